package org.tallybook.auth.connection.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a grant is good for, in the provider's own words. */
public record Scopes(Set<String> names) {

    private static final int LONGEST = 4000;

    public Scopes {
        names = Set.copyOf(names);
    }

    public static Scopes of(Collection<String> names) {
        return new Scopes(Set.copyOf(names));
    }

    /** Separated by spaces as RFC 6749 says, or by commas as GitHub does. What is too long to keep grants nothing. */
    public static Scopes parse(String text) {
        String kept = text.length() <= LONGEST ? text : "";
        return new Scopes(Arrays.stream(kept.split("[ ,]+", -1))
                .filter(name -> !name.isBlank())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Separated by spaces, in alphabetical order. */
    public String text() {
        return String.join(" ", new TreeSet<>(names));
    }
}
