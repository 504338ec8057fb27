package org.tallybook.auth.token;

import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
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

    public AccessToken issue(Identity identity, UUID sessionId) {
        SigningKey key = keys.signing();
        long now = clock.instant().getEpochSecond();
        long life = config.life().toSeconds();
        String text = Jwt.claims()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(identity.id().toString())
                .issuedAt(now)
                .expiresAt(now + life)
                .groups(identity.roles())
                .claim("jti", ids.next().toString())
                .claim("sid", sessionId.toString())
                .claim("scope", Caller.FULL)
                .claim("zoneinfo", identity.profile().zone().getId())
                .claim("locale", identity.profile().locale().toLanguageTag())
                .jws()
                .header("typ", TYPE)
                .keyId(key.id())
                .sign(key.privateKey());
        return new AccessToken(text, life);
    }
}
