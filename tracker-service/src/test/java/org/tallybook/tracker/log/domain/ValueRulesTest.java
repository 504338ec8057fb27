package org.tallybook.tracker.log.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.tracker.tracker.domain.Plan;
import org.tallybook.tracker.tracker.domain.RatingScale;
import org.tallybook.tracker.tracker.domain.TrackerDefinition;
import org.tallybook.tracker.tracker.domain.TrackerType;

class ValueRulesTest {

    private static final TrackerDefinition YES_NO = of(TrackerType.BOOLEAN, List.of(), null);
    private static final TrackerDefinition SLEEP = of(TrackerType.DURATION, List.of(), null);
    private static final TrackerDefinition TEA = of(TrackerType.CHOICE, List.of("Grün", "Black"), null);
    private static final TrackerDefinition MOOD = of(TrackerType.RATING, List.of(), new RatingScale(1, 5));

    private static TrackerDefinition of(TrackerType type, List<String> choices, RatingScale scale) {
        return new TrackerDefinition(
                "t", null, type, null, null, null, null, List.of(), choices, scale, Plan.NONE, false);
    }

    private static LogValue read(TrackerDefinition tracker, Object value) {
        return ValueRules.read(tracker, value, null, new FieldErrors());
    }

    private static String fault(TrackerDefinition tracker, Object value) {
        FieldErrors errors = new FieldErrors();
        assertThat(ValueRules.read(tracker, value, null, errors)).isNull();
        return errors.asList().stream()
                .map(error -> error.code().code())
                .findFirst()
                .orElse("");
    }

    @Test
    void yesAndNoAreTruthsAndNothingElse() {
        assertThat(read(YES_NO, true)).isEqualTo(new LogValue.Answer(true));
        assertThat(read(YES_NO, false)).isEqualTo(new LogValue.Answer(false));
        assertThat(fault(YES_NO, "true")).isEqualTo("wrong-type");
        assertThat(fault(YES_NO, BigDecimal.ONE)).isEqualTo("wrong-type");
        assertThat(fault(YES_NO, null)).isEqualTo("required");
    }

    @ParameterizedTest
    @CsvSource({
        "PT7H30M, PT7H30M",
        "7:30, PT7H30M",
        "7:30:00, PT7H30M",
        "0:00:01.5, PT1.5S",
        "-10:30:20, PT-10H-30M-20S",
        "12345:18:20, PT12345H18M20S",
        "27000, PT7H30M",
        "0.000000001, PT0.000000001S",
        "-0.5, PT-0.5S",
        "P1DT2H, PT26H",
        "PT90M, PT1H30M",
        "0, PT0S",
        "1000000:00, PT1000000H"
    })
    void readsADurationAsPeopleAndProgramsWriteIt(String written, String canonical) {
        LogValue.Span span = (LogValue.Span) read(SLEEP, written);

        assertThat(span.length().toString()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "'', invalid-format",
        "7h, invalid-format",
        "7:60, invalid-format",
        "7:30:60, invalid-format",
        "7:3, invalid-format",
        ":30, invalid-format",
        "PT, invalid-format",
        "P1Y, invalid-format",
        "'PT1,5S', invalid-format",
        "0.0000000001, invalid-format",
        "1000000:01, out-of-range",
        "3600000000.1, out-of-range",
        "-3600000001, out-of-range",
        "PT9223372036854775807S, out-of-range",
        "99999999999999999999999, out-of-range"
    })
    void refusesWhatIsNoDuration(String written, String fault) {
        assertThat(fault(SLEEP, written)).isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e999", "1e999999999"})
    void aHugeNumberOfSecondsIsOutOfRange(BigDecimal seconds) {
        assertThat(fault(SLEEP, seconds)).isEqualTo("out-of-range");
    }

    @Property
    void everyDurationComesBackEqual(
            @ForAll @LongRange(min = -3_600_000_000L, max = 3_599_999_999L) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        Duration sent = Duration.ofSeconds(seconds, nanos);

        LogValue kept = read(SLEEP, sent.toString());

        assertThat(kept).isEqualTo(new LogValue.Span(sent));
    }

    @Test
    void aChoiceIsOneOfTheTrackersInTheTrackersSpelling() {
        assertThat(read(TEA, "Black")).isEqualTo(new LogValue.Choice("Black"));
        assertThat(read(TEA, " GRU\u0308N ")).isEqualTo(new LogValue.Choice("Grün"));
        assertThat(fault(TEA, "White")).isEqualTo("invalid-value");
        assertThat(fault(TEA, true)).isEqualTo("wrong-type");
    }

    @Test
    void aLogKeepsAChoiceThatIsOfferedNoMore() {
        LogValue stored = new LogValue.Choice("Oolong");
        FieldErrors errors = new FieldErrors();

        assertThat(ValueRules.read(TEA, "Oolong", stored, errors)).isEqualTo(stored);
        assertThat(ValueRules.read(TEA, "Black", stored, errors)).isEqualTo(new LogValue.Choice("Black"));
        assertThat(errors.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 5", "3.0, 3", "5e0, 5"})
    void aRatingIsAWholeNumberOnTheScale(BigDecimal sent, int points) {
        assertThat(read(MOOD, sent)).isEqualTo(new LogValue.Rating(points));
    }

    @ParameterizedTest
    @CsvSource({"0, out-of-range", "6, out-of-range", "-1, out-of-range", "3.5, invalid-format", "1e400, out-of-range"})
    void refusesWhatIsNoRating(BigDecimal sent, String fault) {
        assertThat(fault(MOOD, sent)).isEqualTo(fault);
    }
}
