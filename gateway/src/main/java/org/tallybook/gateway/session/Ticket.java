package org.tallybook.gateway.session;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client holds in place of an access token, and auth-service exchanges for one. The kinds never mix: a personal
 * access token in a cookie is worth as little as a session in an {@code Authorization} field.
 */
public record Ticket(Kind kind, String secret) {

    private static final String SCHEME = "bearer ";

    /** Where each kind is exchanged, under which member, and how its entries in Redis begin. */
    enum Kind {
        SESSION("/internal/v1/sessions/exchange", "session", "tb:gw:session:"),
        PERSONAL("/internal/v1/tokens/exchange", "token", "tb:gw:pat:");

        /** Seven letters, 43 of secret and 6 of checksum; auth-service checks the checksum. */
        private static final Pattern PERSONAL_FORM = Pattern.compile("tb_pat_[0-9A-Za-z]{49}");

        final String path;
        final String member;
        final String cachePrefix;

        Kind(String path, String member, String cachePrefix) {
            this.path = path;
            this.member = member;
            this.cachePrefix = cachePrefix;
        }
    }

    /** @param cookie the session cookie's value */
    public static Ticket session(String cookie) {
        return new Ticket(Kind.SESSION, cookie);
    }

    /** The personal access token in an {@code Authorization} field; empty for every other bearer token. */
    static Optional<Ticket> personal(String authorization) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        String token = authorization.substring(SCHEME.length()).trim();
        return Kind.PERSONAL_FORM.matcher(token).matches()
                ? Optional.of(new Ticket(Kind.PERSONAL, token))
                : Optional.empty();
    }

    /** Never the secret: it must not reach a log. */
    @Override
    public String toString() {
        return "Ticket[" + kind + "]";
    }
}
