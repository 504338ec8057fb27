package org.tallybook.kit.problem;

import java.net.URI;

/**
 * The stable name of a refusal; clients switch on it. Every slug stands in {@code docs/errors.md}, which a test holds
 * to the code, and has a title and a detail in the message bundles.
 *
 * @param value lower-case words joined by hyphens
 * @param kind decides the HTTP status
 */
public record Slug(String value, Kind kind) {

    private static final String BASE = "https://tallybook.org/problems/";

    public Slug {
        if (!value.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a slug: " + value);
        }
    }

    /** The value of a problem's {@code type} member (RFC 9457, section 3.1.1). */
    public URI type() {
        return URI.create(BASE + value);
    }
}
