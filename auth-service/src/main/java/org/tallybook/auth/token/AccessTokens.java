package org.tallybook.auth.token;

import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.token.domain.SigningKey;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.id.Ids;

/** Issues access tokens (RFC 9068): who, in which session, with which roles; no e-mail address. */
@ApplicationScoped
public class AccessTokens {

    private static final String TYPE = "at+jwt";
    private static final String AUDIENCE = "tallybook";

    private final SigningKeys keys;
    private final TokenConfig config;
    private final Ids ids;
    private final Clock clock;
    private final String issuer;

    AccessTokens(
            SigningKeys keys,
            TokenConfig config,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "tallybook.public-url") String issuer) {
        this.keys = keys;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
        this.issuer = issuer;
    }

    /** For an interactive session: allows everything that the user may do. */
    public AccessToken issue(Identity identity, UUID sessionId) {
        return issue(identity, sessionId, Caller.FULL, config.life().toSeconds());
    }

    /**
     * For a program: allows what the scopes say and carries no role but that of every user.
     *
     * @param end of what it was issued for; it expires within the same second at the latest
     */
    public AccessToken issueNarrow(Identity identity, UUID tokenId, String scope, Instant end) {
        long left = Duration.between(clock.instant(), end).toSeconds() + 1;
        return issue(
                identity.asOrdinary(),
                tokenId,
                scope,
                Math.min(left, config.life().toSeconds()));
    }

    private AccessToken issue(Identity identity, UUID sessionId, String scope, long life) {
        SigningKey key = keys.signing();
        long now = clock.instant().getEpochSecond();
        String text = Jwt.claims()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(identity.id().toString())
                .issuedAt(now)
                .expiresAt(now + life)
                .groups(identity.roles())
                .claim("jti", ids.next().toString())
                .claim("sid", sessionId.toString())
                .claim("scope", scope)
                .claim("zoneinfo", identity.profile().zone().getId())
                .claim("locale", identity.profile().locale().toLanguageTag())
                .jws()
                .header("typ", TYPE)
                .keyId(key.id())
                .sign(key.privateKey());
        return new AccessToken(text, life);
    }
}
