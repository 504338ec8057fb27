package org.tallybook.e2e.stage;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.Stream;

/** Time zones in which a test can run at any moment. */
public final class Zones {

    private static final Duration MARGIN = Duration.ofMinutes(30);

    private Zones() {}

    /** A zone with half an hour in its offset where no month ends or begins while a test runs. */
    public static ZoneId awayFromMonthEnd() {
        return Stream.of("Asia/Kolkata", "America/St_Johns")
                .map(ZoneId::of)
                .filter(Zones::inTheMiddleOfAMonth)
                .findFirst()
                .orElseThrow();
    }

    private static boolean inTheMiddleOfAMonth(ZoneId zone) {
        ZonedDateTime now = ZonedDateTime.now(zone);
        return YearMonth.from(now.minus(MARGIN)).equals(YearMonth.from(now.plus(MARGIN)));
    }
}
