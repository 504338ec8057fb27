package org.tallybook.kit.caller;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * Who makes a request, as the verified access token says. Ids of users never come from a path, a body or a header.
 *
 * @param userId the owner of everything the request may touch
 * @param sessionId the session the token was issued for
 * @param tokenId the token's own id
 * @param issuedAt when the token was issued
 * @param roles such as {@code user} and {@code admin}
 * @param scopes what the token allows; {@link #FULL} allows everything its user may do
 * @param zone the user's time zone when the token was issued
 * @param locale the user's language when the token was issued
 */
public record Caller(
        UUID userId,
        UUID sessionId,
        UUID tokenId,
        Instant issuedAt,
        Set<String> roles,
        Set<String> scopes,
        ZoneId zone,
        Locale locale) {

    /** The scope of an interactive session. */
    public static final String FULL = "full";

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    public boolean hasScope(String scope) {
        return scopes.contains(FULL) || scopes.contains(scope);
    }

    /** @throws Rejected {@code insufficient-scope} */
    public Caller requireScope(String scope) {
        if (!hasScope(scope)) {
            throw Rejected.because(KitSlugs.INSUFFICIENT_SCOPE);
        }
        return this;
    }
}
