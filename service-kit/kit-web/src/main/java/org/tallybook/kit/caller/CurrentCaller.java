package org.tallybook.kit.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** The caller of the current request; for resources only, which pass it on as a parameter. */
@RequestScoped
public class CurrentCaller {

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws Rejected {@code unauthenticated} when the request carries no verified token */
    public Caller get() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || identity.isAnonymous()) {
            throw Rejected.because(KitSlugs.UNAUTHENTICATED);
        }
        return of(token);
    }

    private static Caller of(JsonWebToken token) {
        return new Caller(
                UUID.fromString(token.getSubject()),
                UUID.fromString(token.getClaim("sid")),
                UUID.fromString(token.getTokenID()),
                Instant.ofEpochSecond(token.getIssuedAtTime()),
                token.getGroups(),
                scopes(token.getClaim("scope")),
                ZoneId.of(token.getClaim("zoneinfo")),
                Locale.forLanguageTag(token.getClaim("locale")));
    }

    private static Set<String> scopes(String claim) {
        return Set.copyOf(Arrays.asList(claim.trim().split("\\s+")));
    }
}
