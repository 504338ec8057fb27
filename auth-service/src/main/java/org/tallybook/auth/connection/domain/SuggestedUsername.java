package org.tallybook.auth.connection.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.Username;

/** A username for somebody whom a provider calls by some name; its owner may change it at will. */
public record SuggestedUsername(@Nullable String name) {

    private static final int LONGEST_BASE = 16;
    private static final int SUFFIX = 8;

    /** What is left of the name when only the letters remain that a username may have. */
    public Username plain() {
        return new Username(base());
    }

    /** The same with a tail that nobody else has. */
    public Username distinct(UUID unique) {
        String digits = unique.toString().replace("-", "");
        return new Username(base() + "-" + digits.substring(digits.length() - SUFFIX));
    }

    private String base() {
        String kept = name == null ? "" : name.replaceAll("[^A-Za-z0-9._-]", "");
        String base = kept.length() > LONGEST_BASE ? kept.substring(0, LONGEST_BASE) : kept;
        return base.length() < Username.SHORTEST ? "user" + base : base;
    }
}
