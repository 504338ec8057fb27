package org.tallybook.auth.mfa;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.bouncycastle.util.encoders.Base32;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.domain.Totp;
import org.tallybook.auth.mfa.domain.TotpSecret;
import org.tallybook.kit.problem.Rejected;

/** Begins to set up an authenticator app. It protects nothing before it has shown its first code. */
@ApplicationScoped
public class StartTotp {

    private final FactorOwners owners;
    private final Totps totps;
    private final FreshSecrets fresh;
    private final MfaConfig config;
    private final Clock clock;

    StartTotp(FactorOwners owners, Totps totps, FreshSecrets fresh, MfaConfig config, Clock clock) {
        this.owners = owners;
        this.totps = totps;
        this.fresh = fresh;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What an app needs, shown this once.
     *
     * @param secret base32 (RFC 4648), for who types it
     * @param uri {@code otpauth:}, for who scans it as a QR code
     */
    public record Started(String secret, String uri) {

        /** The secret must not reach a log. */
        @Override
        public String toString() {
            return "Started[…]";
        }
    }

    /** Replaces what was started before. Fails with {@link Rejected} {@code totp-already-on}. */
    @WithTransaction
    public Uni<Started> start(UserId user) {
        return owners.lock(user)
                .call(owner -> totps.find(user).invoke(StartTotp::requireOff))
                .chain(this::start);
    }

    private Uni<Started> start(Identity owner) {
        TotpSecret secret = fresh.totp();
        return totps.start(owner.id(), secret, clock.instant()).replaceWith(() -> started(owner, secret));
    }

    private Started started(Identity owner, TotpSecret secret) {
        String text = Base32.toBase32String(secret.bytes());
        String issuer = encoded(config.issuer());
        String label = issuer + ":" + encoded(owner.email().value());
        String uri = "otpauth://totp/" + label + "?secret=" + text + "&issuer=" + issuer
                + "&algorithm=SHA1&digits=6&period=30";
        return new Started(text, uri);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void requireOff(Optional<Totp> found) {
        if (found.filter(Totp::isOn).isPresent()) {
            throw Rejected.because(MfaSlugs.TOTP_ALREADY_ON);
        }
    }
}
