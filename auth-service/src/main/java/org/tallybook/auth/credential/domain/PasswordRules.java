package org.tallybook.auth.credential.domain;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which passwords are good enough (NIST SP 800-63B-4, section 3.1.1): long, not common, not made of what an attacker
 * knows about the account. No rules of composition.
 */
public final class PasswordRules {

    /** Code points, without a second factor. */
    public static final int SHORTEST = 15;

    /** Code points, beside a second factor. */
    public static final int SHORTEST_WITH_SECOND_FACTOR = 8;

    public static final int LONGEST = 128;

    /** What must be left of a password when everything guessable is taken out of it. */
    private static final int FEWEST_OF_ITS_OWN = 8;

    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_CONTEXT_WORD = 4;

    private final Set<String> common;

    /** @param common lower-case passwords and words that many people use */
    public PasswordRules(Collection<String> common) {
        this.common = Set.copyOf(common);
    }

    /** What is wrong with a password. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        GUESSABLE
    }

    /** The form in which passwords are counted, hashed and compared: NFC, so that no keyboard makes a difference. */
    public static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /**
     * @param password as typed
     * @param context what the account is known by: username, parts of the e-mail address
     */
    public Optional<Fault> faultOf(String password, Collection<String> context) {
        return faultOf(password, context, SHORTEST);
    }

    /** @param shortest {@link #SHORTEST}, or {@link #SHORTEST_WITH_SECOND_FACTOR} for a user who has one */
    public Optional<Fault> faultOf(String password, Collection<String> context, int shortest) {
        String text = normalized(password);
        int length = length(text);
        if (length < shortest) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        return isGuessable(text.toLowerCase(Locale.ROOT), context) ? Optional.of(Fault.GUESSABLE) : Optional.empty();
    }

    /** Whether a good password is one only beside a second factor. */
    public static boolean isShort(String password) {
        return length(normalized(password)) < SHORTEST;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private boolean isGuessable(String text, Collection<String> context) {
        return common.contains(text)
                || text.codePoints().distinct().count() < FEWEST_DIFFERENT
                || isRun(text)
                || ofItsOwn(text, context) < FEWEST_OF_ITS_OWN;
    }

    /** Neighbours all the way: abcdef…, 987654…. */
    private static boolean isRun(String text) {
        int[] points = text.codePoints().toArray();
        int step = points[1] - points[0];
        for (int i = 1; i < points.length; i++) {
            if (points[i] - points[i - 1] != step) {
                return false;
            }
        }
        return true;
    }

    private int ofItsOwn(String text, Collection<String> context) {
        String left = text;
        for (String word : context) {
            if (word.length() >= SHORTEST_CONTEXT_WORD) {
                left = left.replace(word.toLowerCase(Locale.ROOT), "");
            }
        }
        for (String word : common) {
            left = left.replace(word, "");
        }
        return left.codePointCount(0, left.length());
    }
}
