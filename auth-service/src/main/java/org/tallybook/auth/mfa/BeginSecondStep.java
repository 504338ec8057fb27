package org.tallybook.auth.mfa;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.domain.Factor;
import org.tallybook.auth.mfa.domain.LoginChallenge;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.secret.TokenKeys;
import org.tallybook.auth.session.SecondStep;
import org.tallybook.auth.session.domain.Opening;
import org.tallybook.auth.session.domain.SignInMethod;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.Rejected;

/** Asks for a second factor where a user has one, by a token that is good for nothing else. */
@ApplicationScoped
public class BeginSecondStep implements SecondStep {

    private final OwnFactors factors;
    private final LoginChallenges challenges;
    private final TokenKeys keys;
    private final MfaConfig config;
    private final Outbox outbox;
    private final Clock clock;

    BeginSecondStep(
            OwnFactors factors,
            LoginChallenges challenges,
            TokenKeys keys,
            MfaConfig config,
            Outbox outbox,
            Clock clock) {
        this.factors = factors;
        this.challenges = challenges;
        this.keys = keys;
        this.config = config;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @WithTransaction
    public Uni<Optional<Rejected>> begin(UserId user, SignInMethod first, Opening how) {
        return factors.of(user)
                .chain(own -> own.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : remember(user, first, how).map(token -> Optional.of(required(token, own))));
    }

    @Override
    public Uni<Boolean> isAskedOf(UserId user) {
        return factors.of(user).map(own -> !own.isEmpty());
    }

    @Override
    public Uni<Void> abandon(UserId user) {
        return challenges.removeAll(user);
    }

    private Uni<OpaqueToken> remember(UserId user, SignInMethod first, Opening how) {
        OpaqueToken token = keys.fresh();
        var challenge = new LoginChallenge(user, first, how, 0, clock.instant().plus(config.challenge()));
        return outbox.lock(user.value())
                .chain(() -> challenges.add(token, challenge))
                .replaceWith(token);
    }

    private Rejected required(OpaqueToken token, Set<Factor> own) {
        return Rejected.because(MfaSlugs.MFA_REQUIRED)
                .with("mfaToken", token.text())
                .with("methods", own.stream().map(Factor::key).toList())
                .with("expiresIn", config.challenge().toSeconds());
    }
}
