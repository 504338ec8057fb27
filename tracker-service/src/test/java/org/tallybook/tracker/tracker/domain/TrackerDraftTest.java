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
import org.tallybook.tracker.tracker.domain.TrackerDraft.ScaleDraft;

class TrackerDraftTest {

    private static TrackerDraft draft(String name, String type, String what, String unit) {
        return new TrackerDraft(name, null, type, what, unit, null, null, null, null, null, null, null);
    }

    private static TrackerDraft looks(String color, String icon, List<String> tags) {
        return new TrackerDraft("x", null, "NOTE", null, null, color, icon, tags, null, null, null, null);
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
    @ValueSource(strings = {"note", "", "MONEY", "Boolean"})
    void otherTypesAreNone(String type) {
        assertThat(faults(draft("x", type, null, null))).containsExactly("type invalid-value");
    }

    @Test
    void tellsEveryFaultAtOnce() {
        TrackerDraft draft = new TrackerDraft(
                " ",
                "d".repeat(2_001),
                "NUMERIC",
                "",
                "u".repeat(41),
                "javascript:x",
                "",
                List.of(""),
                null,
                null,
                null,
                null);

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
        TrackerDefinition changed = draft("Run", null, "Distance", "mi").toDefinition(stored());

        assertThat(changed.type()).isEqualTo(TrackerType.NUMERIC);
    }

    private static TrackerDefinition stored() {
        return draft("Run", "NUMERIC", "Distance", "km").toDefinition();
    }

    private static TrackerDraft choosing(String type, String... choices) {
        return new TrackerDraft(
                "x", null, type, null, null, null, null, null, Arrays.asList(choices), null, null, null);
    }

    private static TrackerDraft rating(Integer min, Integer max) {
        ScaleDraft scale = new ScaleDraft(min, max);
        return new TrackerDraft("x", null, "RATING", null, null, null, null, null, null, scale, null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOOLEAN", "DURATION", "RATING"})
    void theOtherTypesMaySayWhatTheyTrackButHaveNoUnit(String type) {
        assertThat(faults(draft("x", type, null, null))).isEmpty();
        assertThat(faults(draft("x", type, "Sleep", null))).isEmpty();
        assertThat(faults(draft("x", type, null, "h"))).containsExactly("unit not-allowed");
    }

    @Test
    void onlyAChoiceHasChoicesAndItNeedsSome() {
        assertThat(choosing("CHOICE", " Green ", "Black").toDefinition().choices())
                .containsExactly("Green", "Black");
        assertThat(faults(choosing("CHOICE"))).containsExactly("choices required");
        assertThat(faults(draft("x", "CHOICE", null, null))).containsExactly("choices required");
        assertThat(faults(choosing("NOTE", "a"))).containsExactly("choices not-allowed");
        assertThat(faults(choosing("NOTE"))).isEmpty();
    }

    @Test
    void noTwoChoicesAreTheSame() {
        assertThat(faults(choosing("CHOICE", "Caf\u00e9", " ", "CAFE\u0301", null, "a\nb", "x".repeat(101))))
                .containsExactly(
                        "choices[1] blank",
                        "choices[2] duplicate",
                        "choices[3] required",
                        "choices[4] invalid-format",
                        "choices[5] too-long");
        String[] many = IntStream.range(0, 51).mapToObj(i -> "c" + i).toArray(String[]::new);
        assertThat(faults(choosing("CHOICE", many))).containsExactly("choices too-long");
    }

    @Test
    void ratesFromOneToTenUnlessItSaysOtherwise() {
        assertThat(draft("x", "RATING", null, null).toDefinition().scale()).isEqualTo(RatingScale.ONE_TO_TEN);
        assertThat(rating(0, 100).toDefinition().scale()).isEqualTo(new RatingScale(0, 100));
        assertThat(draft("x", "NOTE", null, null).toDefinition().scale()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, scale.max out-of-range",
        "5, 1, scale.max out-of-range",
        "-1, 5, scale.min out-of-range",
        "0, 101, scale.max out-of-range",
        "100, 101, scale.min out-of-range",
        "2147483647, -2147483648, scale.min out-of-range",
        ", 5, scale.min required",
        "1, , scale.max required"
    })
    void refusesWhatIsNoScale(Integer min, Integer max, String fault) {
        assertThat(faults(rating(min, max))).containsExactly(fault);
    }

    @Test
    void aScaleCanBeWidenedButNotNarrowed() {
        TrackerDefinition stored = rating(1, 5).toDefinition();

        assertThat(rating(0, 10).toDefinition(stored).scale()).isEqualTo(new RatingScale(0, 10));
        assertThat(draft("x", null, null, null).toDefinition(stored).scale()).isEqualTo(stored.scale());
        assertThatThrownBy(() -> rating(1, 4).toDefinition(stored)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> rating(2, 9).toDefinition(stored)).isInstanceOf(Rejected.class);
    }

    @Test
    void theTypeCannotChange() {
        TrackerDraft draft = draft("Run", "NOTE", null, null);

        assertThatThrownBy(() -> draft.toDefinition(stored()))
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
