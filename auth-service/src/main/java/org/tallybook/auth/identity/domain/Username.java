package org.tallybook.auth.identity.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A public name of 4 to 25 ASCII letters, digits, dots, underscores and hyphens. ASCII, so that no two names look the
 * same; without an at sign, so that none can be taken for an e-mail address. Case is kept and does not distinguish.
 */
public record Username(String value) {

    public static final int SHORTEST = 4;
    public static final int LONGEST = 25;
    public static final String FORM = "[A-Za-z0-9._-]*";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    public Username {
        if (value.length() < SHORTEST
                || value.length() > LONGEST
                || !PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a username");
        }
    }

    /** What uniqueness is decided by. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }
}
