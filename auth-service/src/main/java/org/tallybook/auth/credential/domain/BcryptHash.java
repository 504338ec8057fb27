package org.tallybook.auth.credential.domain;

import java.util.regex.Pattern;

/**
 * A bcrypt hash of another system, as it wrote it ({@code $2a$}, {@code $2b$} or {@code $2y$}). Good for one login, at
 * which it is replaced. Its cost is bounded, because a tampered one must not exhaust us.
 */
public record BcryptHash(String encoded) implements PasswordHash {

    private static final Pattern FORM = Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-4])\\$[./A-Za-z0-9]{53}");

    /** @throws IllegalArgumentException if it is no such hash or costs more than 2^14 rounds */
    public BcryptHash {
        if (!FORM.matcher(encoded).matches()) {
            throw new IllegalArgumentException("not a bcrypt hash we would compute");
        }
    }

    /** Not the hash: it must not reach a log. */
    @Override
    public String toString() {
        return "BcryptHash[…]";
    }
}
