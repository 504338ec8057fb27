package org.tallybook.auth.identity.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address as its owner writes it: an unquoted local part and a dotted host name (RFC 5321, section 4.1.2), 6 to 254
 * characters, ASCII. Two spellings that differ in case are the same address.
 */
public record EmailAddress(String value) {

    public static final int SHORTEST = 6;
    public static final int LONGEST = 254;

    private static final int LONGEST_LOCAL_PART = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+@" + LABEL + "(?:\\." + LABEL + ")++");

    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** Whether the form is right; whether somebody reads it, only a mail can tell. */
    public static boolean isValid(String text) {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && text.indexOf('@') <= LONGEST_LOCAL_PART
                && FORM.matcher(text).matches();
    }

    /** What uniqueness is decided by. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    public String localPart() {
        return value.substring(0, value.indexOf('@'));
    }
}
