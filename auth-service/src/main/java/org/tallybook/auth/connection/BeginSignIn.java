package org.tallybook.auth.connection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.connection.domain.BegunSignIn;
import org.tallybook.auth.connection.domain.Errand;
import org.tallybook.auth.connection.domain.ProviderFailure;
import org.tallybook.auth.connection.domain.ReturnTo;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.invitation.domain.InvitationKey;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.secret.TokenKeys;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.auth.session.domain.SessionMode;
import org.tallybook.kit.problem.Rejected;

/** Sends somebody to a provider: to sign in, or, if signed in already, to link the account there or to prove it again. */
@ApplicationScoped
public class BeginSignIn {

    private final BegunSignIns begun;
    private final TokenKeys keys;

    BeginSignIn(BegunSignIns begun, TokenKeys keys) {
        this.begun = begun;
        this.keys = keys;
    }

    /**
     * Who begins.
     *
     * @param errand to sign in without a member, anything else with one
     * @param member the signed-in user whom it is about; null for a sign-in
     * @param browser what only this browser has; null for a client that is none, which then must be signed in
     * @param invitation for who may turn out to be new; null without one
     */
    public record Command(
            Provider provider,
            Errand errand,
            @Nullable Member member,
            @Nullable OpaqueToken browser,
            SessionMode mode,
            ReturnTo returnTo,
            @Nullable InvitationKey invitation) {

        /** Whose account it is about, and from which session. */
        public record Member(UserId user, SessionId session) {}
    }

    /**
     * The provider's page. Fails with {@link Rejected} {@code provider-sign-in-invalid} if nothing would bind the way
     * back to who began, {@code provider-failed} or {@code provider-unavailable}.
     */
    public Uni<URI> begin(Command command) {
        if (command.browser() == null && command.member() == null) {
            throw Rejected.because(ConnectionSlugs.SIGN_IN_INVALID);
        }
        OpaqueToken state = keys.fresh();
        boolean fresh = command.errand() == Errand.PROVE;
        var attempt =
                new Attempt(state.text(), keys.fresh().text(), keys.fresh().text(), fresh);
        return command.provider()
                .authorizeUrl(attempt)
                .onFailure(ProviderFailure.class)
                .transform(failure -> ProviderRefusals.of(command.provider(), (ProviderFailure) failure))
                .call(() -> begun.add(state, begun(command, attempt)));
    }

    private BegunSignIn begun(Command command, Attempt attempt) {
        Command.Member member = command.member();
        OpaqueToken browser = command.browser();
        return new BegunSignIn(
                command.provider().name(),
                command.errand(),
                member == null ? null : member.user(),
                member == null ? null : member.session(),
                browser == null ? null : digest(browser),
                command.mode(),
                command.returnTo(),
                command.invitation(),
                attempt.verifier(),
                attempt.nonce());
    }

    /** How a browser is remembered and recognised. */
    String digest(OpaqueToken browser) {
        return HexFormat.of().formatHex(keys.digest(browser));
    }
}
