package org.tallybook.tracker.owner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Times;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayStartTest {

    private static final Instant FROM = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2040-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "00:00, Europe/Berlin,      2026-11-20T22:59:59Z, 2026-11-20",
        "00:00, Europe/Berlin,      2026-11-20T23:00:00Z, 2026-11-21",
        "04:00, Europe/Berlin,      2026-11-21T02:59:59Z, 2026-11-20",
        "04:00, Europe/Berlin,      2026-11-21T03:00:00Z, 2026-11-21",
        // The clock goes from 02:00 to 03:00: a start at 02:30 happens at 03:00.
        "02:30, Europe/Berlin,      2026-03-29T00:59:59Z, 2026-03-28",
        "02:30, Europe/Berlin,      2026-03-29T01:00:00Z, 2026-03-28",
        "02:30, Europe/Berlin,      2026-03-29T01:30:00Z, 2026-03-29",
        // The clock goes from 03:00 to 02:00: 02:30 comes twice and the day begins the first time.
        "02:30, Europe/Berlin,      2026-10-25T00:29:59Z, 2026-10-24",
        "02:30, Europe/Berlin,      2026-10-25T00:30:00Z, 2026-10-25",
        "02:30, Europe/Berlin,      2026-10-25T01:00:00Z, 2026-10-25",
        // Midnight does not exist on that day.
        "00:00, America/Sao_Paulo,  2018-11-04T02:59:59Z, 2018-11-03",
        "00:00, America/Sao_Paulo,  2018-11-04T03:00:00Z, 2018-11-04",
        // A whole day does not exist.
        "00:00, Pacific/Apia,       2011-12-30T09:59:59Z, 2011-12-29",
        "00:00, Pacific/Apia,       2011-12-30T10:00:00Z, 2011-12-31",
        "00:00, Pacific/Kiritimati, 2026-10-31T10:00:00Z, 2026-11-01",
        "00:00, Etc/GMT+12,         2026-11-01T11:59:59Z, 2026-10-31"
    })
    void knowsTheDayOfAnInstant(LocalTime start, String zone, Instant at, LocalDate day) {
        assertThat(new DayStart(start).dayOf(at, ZoneId.of(zone))).isEqualTo(day);
    }

    @Property
    void everyInstantLiesBetweenTheStartOfItsDayAndTheNext(
            @ForAll("starts") DayStart start, @ForAll("zones") ZoneId zone, @ForAll("instants") Instant at) {
        LocalDate day = start.dayOf(at, zone);

        assertThat(start.startOf(day, zone)).isBeforeOrEqualTo(at);
        assertThat(start.startOf(day.plusDays(1), zone)).isAfter(at);
    }

    @Property
    void laterIsNeverAnEarlierDay(
            @ForAll("starts") DayStart start,
            @ForAll("zones") ZoneId zone,
            @ForAll("transitions") Instant around,
            @ForAll("minutes") long minutes) {
        Instant at = around.plusSeconds(minutes * 60);

        assertThat(start.dayOf(at.plusSeconds(60), zone)).isAfterOrEqualTo(start.dayOf(at, zone));
    }

    @Property
    void isTheCalendarDayWhenDaysBeginAtMidnight(@ForAll("zones") ZoneId zone, @ForAll("instants") Instant at) {
        assertThat(DayStart.MIDNIGHT.dayOf(at, zone)).isEqualTo(at.atZone(zone).toLocalDate());
    }

    /** What the query for a range of days relies on. */
    @Property
    void aDayIsNeverFarFromItsUtcMidnight(
            @ForAll("starts") DayStart start, @ForAll("zones") ZoneId zone, @ForAll("instants") Instant at) {
        Instant midnight = start.dayOf(at, zone).atStartOfDay(ZoneId.of("UTC")).toInstant();

        assertThat(at).isBetween(midnight.minusSeconds(86_400), midnight.plusSeconds(3 * 86_400));
    }

    @Provide
    Arbitrary<DayStart> starts() {
        return Times.times().ofPrecision(java.time.temporal.ChronoUnit.MINUTES).map(DayStart::new);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList())
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(FROM.getEpochSecond(), TO.getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Instant> transitions() {
        List<Instant> changes = ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(id -> ZoneId.of(id).getRules().nextTransition(Instant.parse("2011-12-01T00:00:00Z")))
                .filter(java.util.Objects::nonNull)
                .map(java.time.zone.ZoneOffsetTransition::getInstant)
                .distinct()
                .toList();
        return Arbitraries.of(changes);
    }

    @Provide
    Arbitrary<Long> minutes() {
        return Arbitraries.longs().between(-1_500, 1_500);
    }
}
