package org.tallybook.auth.connection.domain;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser goes after a sign-in: a path of our own site, and nothing that a browser could read as another. So
 * no second slash or backslash at the start, no scheme, no control character, nothing that needs to be normalised.
 */
public record ReturnTo(String path) {

    private static final int LONGEST = 512;
    private static final Pattern OWN_PATH =
            Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,;=:@%-]++/?)*+(?:[?#][A-Za-z0-9._~!$&'()*+,;=:@%/?-]*+)*+");

    /** After the pattern, which it needs. */
    public static final ReturnTo START = new ReturnTo("/");

    public ReturnTo {
        if (!isOwn(path)) {
            throw new IllegalArgumentException("not a path of ours");
        }
    }

    /** The start page if absent; empty for anything that is not a path of ours. */
    public static Optional<ReturnTo> parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.of(START);
        }
        return isOwn(text) ? Optional.of(new ReturnTo(text)) : Optional.empty();
    }

    private static boolean isOwn(String text) {
        return text.length() <= LONGEST
                && OWN_PATH.matcher(text).matches()
                && !text.contains("/../")
                && !text.contains("/./");
    }
}
