package org.tallybook.auth.connection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.connection.BeginSignIn.Command.Member;
import org.tallybook.auth.connection.domain.BegunSignIn;
import org.tallybook.auth.connection.domain.Errand;
import org.tallybook.auth.connection.domain.LinkedAccount;
import org.tallybook.auth.connection.domain.ProviderFailure;
import org.tallybook.auth.connection.domain.ProviderUser;
import org.tallybook.auth.connection.domain.ReturnTo;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.session.OpenAfterFirstFactor;
import org.tallybook.auth.session.SignedIn;
import org.tallybook.auth.session.domain.Opening;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.auth.session.domain.SignInMethod;
import org.tallybook.kit.problem.Rejected;

/**
 * Takes somebody back from a provider: signs in whom the account there belongs to, signs up whom it belongs to nobody
 * yet, links it with the user who asked for that, or takes it as proof of who a user is. Nothing is stored unless everything was right.
 */
@ApplicationScoped
public class CompleteSignIn {

    private final BegunSignIns begun;
    private final BeginSignIn beginning;
    private final AdmitProviderUser admitting;
    private final LinkProviderUser linking;
    private final ProveByProvider proving;
    private final OpenAfterFirstFactor opening;

    CompleteSignIn(
            BegunSignIns begun,
            BeginSignIn beginning,
            AdmitProviderUser admitting,
            LinkProviderUser linking,
            ProveByProvider proving,
            OpenAfterFirstFactor opening) {
        this.begun = begun;
        this.beginning = beginning;
        this.admitting = admitting;
        this.linking = linking;
        this.proving = proving;
        this.opening = opening;
    }

    /**
     * What the provider sent back with the browser.
     *
     * @param state null if there was none or it cannot be one of ours
     * @param code null if the provider gave none
     * @param refused whether the provider says that it was refused
     */
    public record Reply(
            @Nullable OpaqueToken state, @Nullable String code, boolean refused) {}

    /**
     * Who came back.
     *
     * @param browser what only that browser has; null for a client that is none
     * @param session the session of the caller, if there is one
     * @param language for a new user
     */
    public record Command(
            Provider provider,
            Reply reply,
            @Nullable OpaqueToken browser,
            @Nullable SessionId session,
            Client client,
            Locale language) {}

    /** Where to go on, and what was reached: a session, or an account that was linked or shown. */
    public record Outcome(
            ReturnTo returnTo,
            @Nullable SignedIn signedIn,
            @Nullable LinkedAccount linked) {}

    /**
     * Fails with {@link Rejected} {@code provider-refused}, {@code provider-sign-in-invalid}, {@code provider-failed},
     * {@code provider-unavailable}, or as {@link AdmitProviderUser}, {@link LinkProviderUser},
     * {@link ProveByProvider} and {@link OpenAfterFirstFactor} do.
     */
    public Uni<Outcome> complete(Command command) {
        return take(command.reply().state())
                .invoke(found -> requireConsent(command))
                .map(found -> found.filter(begin -> belongs(begin, command)).orElseThrow(CompleteSignIn::invalid))
                .chain(begin -> redeem(command, begin).chain(user -> finish(command, begin, user)));
    }

    private Uni<Optional<BegunSignIn>> take(@Nullable OpaqueToken state) {
        return state == null ? Uni.createFrom().item(Optional.empty()) : begun.take(state);
    }

    /** Only now: a state that came back is spent, whatever came with it. */
    private static void requireConsent(Command command) {
        if (command.reply().refused()) {
            throw Rejected.because(ConnectionSlugs.PROVIDER_REFUSED);
        }
    }

    private boolean belongs(BegunSignIn begin, Command command) {
        OpaqueToken browser = command.browser();
        return begin.provider().equals(command.provider().name())
                && begin.isOf(browser == null ? null : beginning.digest(browser), command.session());
    }

    private static Uni<ProviderUser> redeem(Command command, BegunSignIn begin) {
        OpaqueToken state = command.reply().state();
        String code = command.reply().code();
        if (state == null || code == null) {
            throw invalid();
        }
        return command.provider()
                .redeem(
                        code,
                        new Attempt(state.text(), begin.verifier(), begin.nonce(), begin.errand() == Errand.PROVE))
                .onFailure(ProviderFailure.class)
                .transform(failure -> ProviderRefusals.of(command.provider(), (ProviderFailure) failure));
    }

    private Uni<Outcome> finish(Command command, BegunSignIn begin, ProviderUser user) {
        return begin.user() == null || begin.session() == null
                ? letIn(command, begin, user)
                : serve(begin.errand(), new Member(begin.user(), begin.session()), user, command.client())
                        .map(account -> new Outcome(begin.returnTo(), null, account));
    }

    private Uni<LinkedAccount> serve(Errand errand, Member member, ProviderUser user, Client client) {
        return switch (errand) {
            case LINK -> linking.link(member.user(), member.session(), user, client);
            case PROVE -> proving.prove(member.user(), member.session(), user);
            case SIGN_IN -> throw invalid();
        };
    }

    private Uni<Outcome> letIn(Command command, BegunSignIn begin, ProviderUser user) {
        var how = new Opening(begin.mode(), false, command.client());
        return admitting
                .admit(user, how, new Newcomer(command.language(), begin.invitation()))
                .chain(admitted -> open(admitted, how))
                .map(signedIn -> new Outcome(begin.returnTo(), signedIn, null));
    }

    /** The provider stands for the password, not for the second factor: who has one is asked for it. */
    private Uni<SignedIn> open(AdmitProviderUser.Admitted admitted, Opening how) {
        return admitted.signedIn() == null
                ? opening.open(admitted.user(), SignInMethod.OAUTH, how)
                : Uni.createFrom().item(admitted.signedIn());
    }

    private static Rejected invalid() {
        return Rejected.because(ConnectionSlugs.SIGN_IN_INVALID);
    }
}
