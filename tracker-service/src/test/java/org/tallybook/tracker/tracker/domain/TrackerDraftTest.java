package org.tallybook.tracker.tracker.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.kit.problem.Rejected;

class TrackerDraftTest {

    private static TrackerDraft draft(String name, String type, String what, String unit) {
        return new TrackerDraft(name, null, type, what, unit, null, null, null, null);
    }

    private static TrackerDraft looks(String color, String icon, List<String> tags) {
        return new TrackerDraft("x", null, "NOTE", null, null, color, icon, tags, null);
    }

    private static List<String> faults(TrackerDraft draft) {
        FieldErrors errors = new FieldErrors();
        draft.check(errors);
        return errors.asList().stream()
                .map(error -> error.field() + " " + error.code().code())
                .toList();
    }

    @Test
    void stripsWhatIsShownOnOneLine() {
        TrackerDefinition run =
                draft(" Run\u2003", "NUMERIC", " Distance ", " km ").toDefinition();

        assertThat(run.name()).isEqualTo("Run");
        assertThat(run.whatToTrack()).isEqualTo("Distance");
        assertThat(run.unit()).isEqualTo("km");
        assertThat(run.tags()).isEmpty();
        assertThat(run.archived()).isFalse();
    }

    @Test
    void aNumericTrackerNeedsSubjectAndUnit() {
        assertThat(faults(draft("Run", "NUMERIC", null, null)))
                .containsExactly("whatToTrack required", "unit required");
    }

    @Test
    void aNoteTrackerHasNeither() {
        assertThat(faults(draft("Diary", "NOTE", "Mood", "points")))
                .containsExactly("whatToTrack not-allowed", "unit not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOOLEAN", "DURATION", "CHOICE", "RATING", "note", "", "MONEY"})
    void otherTypesAreNotAcceptedYet(String type) {
        assertThat(faults(draft("x", type, null, null))).containsExactly("type invalid-value");
    }

    @Test
    void tellsEveryFaultAtOnce() {
        TrackerDraft draft = new TrackerDraft(
                " ", "d".repeat(2_001), "NUMERIC", "", "u".repeat(41), "javascript:x", "", List.of(""), null);

        assertThat(faults(draft))
                .containsExactlyInAnyOrder(
                        "name blank",
                        "description too-long",
                        "whatToTrack blank",
                        "unit too-long",
                        "color invalid-format",
                        "icon blank",
                        "tags[0] blank");
    }

    @ParameterizedTest
    @CsvSource({"100, true", "101, false"})
    void aNameCountsCodePoints(int length, boolean accepted) {
        assertThat(faults(draft("🏃".repeat(length), "NOTE", null, null)).isEmpty())
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x", "tab\there", "bell\u0007", "nul\u0000"})
    void aNameIsOneLine(String name) {
        assertThat(faults(draft(name, "NOTE", null, null))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#3366cc", "#36C", "teal", "light-blue"})
    void acceptsColours(String color) {
        assertThat(faults(looks(color, null, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#12345", "red;background:url(x)", "expression(1)", "\"><script>"})
    void refusesWhatIsNoColour(String color) {
        assertThat(faults(looks(color, null, null))).containsExactly("color invalid-format");
    }

    @Test
    void noTwoTagsAreTheSame() {
        assertThat(faults(looks(null, null, List.of("Sport", "ΣΟΦΟΣ", " sport ", "σοφος"))))
                .containsExactly("tags[2] duplicate", "tags[3] duplicate");
    }

    @Test
    void refusesTooManyTagsAndNoTag() {
        List<String> many = IntStream.range(0, 21).mapToObj(i -> "t" + i).collect(Collectors.toList());

        assertThat(faults(looks(null, null, many))).containsExactly("tags too-long");
        assertThat(faults(looks(null, null, Arrays.asList((String) null)))).containsExactly("tags[0] required");
    }

    @Test
    void theTypeNeedNotBeRepeated() {
        TrackerDefinition changed = draft("Run", null, "Distance", "mi").toDefinition(TrackerType.NUMERIC);

        assertThat(changed.type()).isEqualTo(TrackerType.NUMERIC);
    }

    @Test
    void theTypeCannotChange() {
        TrackerDraft draft = draft("Run", "NOTE", null, null);

        assertThatThrownBy(() -> draft.toDefinition(TrackerType.NUMERIC))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.errors())
                                .extracting(error ->
                                        error.field() + " " + error.code().code())
                                .contains("type not-allowed"));
    }

    @Test
    void namesThatReadTheSameHaveTheSameKey() {
        TrackerDefinition composed = draft("Caf\u00e9", "NOTE", null, null).toDefinition();
        TrackerDefinition decomposed = draft("CAFE\u0301", "NOTE", null, null).toDefinition();

        assertThat(decomposed.nameKey()).isEqualTo(composed.nameKey());
    }
}
