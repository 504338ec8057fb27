package org.tallybook.tracker.log.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldError;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.log.domain.LogDraft.ReminderDraft;
import org.tallybook.tracker.tracker.domain.Plan;
import org.tallybook.tracker.tracker.domain.TrackerDefinition;
import org.tallybook.tracker.tracker.domain.TrackerType;

class LogDraftTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final LogDefaults DEFAULTS = LogDefaults.ofNew(ZoneId.of("Europe/Berlin"), NOW);

    private static LogDraft value(Object value) {
        return new LogDraft(value, null, null, null, null, null, null, List.of());
    }

    private static LogDraft at(String occurredAt, String zone) {
        return new LogDraft("x", null, null, occurredAt, zone, null, null, List.of());
    }

    private static LogDraft reminding(String message, String at) {
        return new LogDraft("x", null, null, null, null, null, new ReminderDraft(message, at), List.of());
    }

    private static TrackerDefinition of(TrackerType type) {
        boolean numeric = type == TrackerType.NUMERIC;
        return new TrackerDefinition(
                "t",
                null,
                type,
                numeric ? "w" : null,
                numeric ? "u" : null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                Plan.NONE,
                false);
    }

    private static LogContent numeric(Object value) {
        return value(value).toContent(of(TrackerType.NUMERIC), DEFAULTS);
    }

    private static List<String> faults(TrackerType type, LogDraft draft) {
        Rejected rejected = catchThrowableOfType(Rejected.class, () -> draft.toContent(of(type), DEFAULTS));
        return rejected == null
                ? List.of()
                : rejected.errors().stream()
                        .map(error -> error.field() + " " + error.code().code())
                        .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "-12.50, -12.50",
        "0.00, 0.00",
        "1e3, 1000",
        "0e100, 0",
        "99999999999999999999.9999999999, 99999999999999999999.9999999999",
        "0.0000000001, 0.0000000001"
    })
    void keepsAnAmountDigitByDigit(BigDecimal sent, String kept) {
        LogValue.Amount amount = (LogValue.Amount) numeric(sent).value();

        assertThat(amount.number().toPlainString()).isEqualTo(kept);
    }

    @Property
    void whatCanBeStoredComesBackEqual(
            @ForAll @BigRange(min = "-99999999999999999999", max = "99999999999999999999") @Scale(10) BigDecimal sent) {
        assertThat(numeric(sent).value()).isEqualTo(new LogValue.Amount(sent));
        assertThat(numeric(sent.toPlainString()).value()).isEqualTo(new LogValue.Amount(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100000000000000000000", "-1e20", "1e400", "1e999999999"})
    void refusesAnAmountOutOfRange(BigDecimal number) {
        assertThat(faults(TrackerType.NUMERIC, value(number))).containsExactly("value out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00000000001", "1e-400", "0e-11"})
    void refusesTooManyDecimals(BigDecimal number) {
        assertThat(faults(TrackerType.NUMERIC, value(number))).containsExactly("value invalid-format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1,5", "1.", ".5", "+1", "0x1F", "1e3", "NaN", "Infinity", "--1", "١"})
    void refusesATextThatIsNoDecimal(String text) {
        assertThat(faults(TrackerType.NUMERIC, value(text))).containsExactly("value invalid-format");
    }

    @Test
    void aNoteIsText() {
        assertThat(value(" two\nlines ")
                        .toContent(of(TrackerType.NOTE), DEFAULTS)
                        .value())
                .isEqualTo(new LogValue.Note(" two\nlines "));
        assertThat(faults(TrackerType.NOTE, value(BigDecimal.ONE))).containsExactly("value wrong-type");
        assertThat(faults(TrackerType.NOTE, value(null))).containsExactly("value required");
        assertThat(faults(TrackerType.NOTE, value(" \n"))).containsExactly("value blank");
        assertThat(faults(TrackerType.NOTE, value("😀".repeat(10_000)))).isEmpty();
        assertThat(faults(TrackerType.NOTE, value("x".repeat(10_001)))).containsExactly("value too-long");
        assertThat(faults(TrackerType.NOTE, value("a\ud800b"))).containsExactly("value invalid-value");
    }

    @Test
    void tellsEveryFaultAtOnce() {
        LogDraft draft = new LogDraft(
                "abc",
                "d".repeat(2_001),
                "FURIOUS",
                "tomorrow",
                "Mars/Base",
                "MAYBE",
                new ReminderDraft(" ", null),
                List.of(FieldError.of("colour", FieldCode.UNKNOWN_FIELD)));

        assertThat(faults(TrackerType.NUMERIC, draft))
                .containsExactlyInAnyOrder(
                        "colour unknown-field",
                        "value invalid-format",
                        "description too-long",
                        "emotion invalid-value",
                        "occurredAt invalid-format",
                        "zoneId invalid-value",
                        "status invalid-value",
                        "reminder.message blank",
                        "reminder.at required");
    }

    @Test
    void aValueOfTheWrongTypeIsNotAlsoMissing() {
        LogDraft draft = new LogDraft(
                null, null, null, null, null, null, null, List.of(FieldError.of("value", FieldCode.WRONG_TYPE)));

        assertThat(faults(TrackerType.NUMERIC, draft)).containsExactly("value wrong-type");
    }

    @Test
    void aSkippedLogHasNoValue() {
        LogDraft skipped = new LogDraft(null, null, null, null, null, "SKIPPED", null, List.of());
        LogDraft contradictory = new LogDraft(BigDecimal.ZERO, null, null, null, null, "SKIPPED", null, List.of());

        assertThat(skipped.toContent(of(TrackerType.NUMERIC), DEFAULTS).value()).isNull();
        assertThat(faults(TrackerType.NUMERIC, contradictory)).containsExactly("value not-allowed");
    }

    @Test
    void happensNowAndHereUnlessItSaysOtherwise() {
        LogContent content = value("x").toContent(of(TrackerType.NOTE), DEFAULTS);

        assertThat(content.occurredAt()).isEqualTo(NOW);
        assertThat(content.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(content.status()).isEqualTo(LogStatus.DONE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:05:00Z, ''",
        "2026-11-20T12:05:00.000001Z, occurredAt out-of-range",
        "2026-11-20T14:05:00+02:00, ''",
        "1900-01-01T00:00:00Z, ''",
        "1899-12-31T23:59:59Z, occurredAt out-of-range",
        "+10000-01-01T00:00:00Z, occurredAt out-of-range",
        "2026-11-20T12:00:00, occurredAt invalid-format",
        "2026-02-30T12:00:00Z, occurredAt invalid-format",
        "2026-11-20, occurredAt invalid-format"
    })
    void isNotInTheFuture(String occurredAt, String fault) {
        assertThat(String.join(",", faults(TrackerType.NOTE, at(occurredAt, null))))
                .isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+02:00", "Z", "UTC+2", "europe/berlin", "../etc/localtime"})
    void aZoneIsARegion(String zone) {
        assertThat(faults(TrackerType.NOTE, at(null, zone))).containsExactly("zoneId invalid-value");
    }

    @Test
    void aUserWhoseZoneIsAnOffsetLogsInUtc() {
        assertThat(LogDefaults.ofNew(ZoneId.of("+02:00"), NOW).zone()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void aReminderHasAMessageAndATime() {
        assertThat(reminding("Rent", "2026-12-01T08:00:00+01:00")
                        .toContent(of(TrackerType.NOTE), DEFAULTS)
                        .reminder())
                .isEqualTo(new Reminder("Rent", Instant.parse("2026-12-01T07:00:00Z")));
        assertThat(faults(TrackerType.NOTE, reminding(null, null)))
                .containsExactly("reminder.message required", "reminder.at required");
        assertThat(faults(TrackerType.NOTE, reminding("a\r\nb", "soon")))
                .containsExactly("reminder.message invalid-format", "reminder.at invalid-format");
    }
}
