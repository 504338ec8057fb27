package org.tallybook.tracker.emotion.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.tracker.field.NameKey;
import org.tallybook.tracker.field.TextRule;

/**
 * What a user calls an emotion.
 *
 * @param text one line of 1 to 50 code points, no blanks around it
 */
public record EmotionName(String text) {

    public static final int LONGEST = 50;

    private static final TextRule RULE = TextRule.line(LONGEST);

    /** Notes every fault of a name as a client wrote it. */
    public static void check(@Nullable String written, FieldErrors errors) {
        RULE.require("name", written == null ? null : written.strip(), errors);
    }

    /** The name that was checked. */
    public static EmotionName of(@Nullable String written) {
        return new EmotionName(Objects.requireNonNull(written).strip());
    }

    /** Whether a log can have been written with an emotion of that name. */
    public static boolean isPossible(String text) {
        FieldErrors errors = new FieldErrors();
        check(text, errors);
        return errors.isEmpty();
    }

    /** Equal for names that a person takes for the same. */
    public String key() {
        return NameKey.of(text);
    }

    /** Whether everybody has an emotion of that name already. */
    public boolean isBuiltIn() {
        return Emotion.BUILT_IN.stream().anyMatch(emotion -> emotion.isCalled(text));
    }
}
