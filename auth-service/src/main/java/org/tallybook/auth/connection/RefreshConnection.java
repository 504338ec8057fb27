package org.tallybook.auth.connection;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.tallybook.auth.connection.domain.ConnectionId;
import org.tallybook.auth.connection.domain.Grant;
import org.tallybook.auth.connection.domain.LinkedAccount;
import org.tallybook.auth.connection.domain.ProviderFailure;
import org.tallybook.auth.connection.domain.ProviderTokens;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.kit.reactive.Shield;

/**
 * Renews what a provider granted. Of any number of callers on any number of replicas one asks the provider, holding the
 * grant's lease; the others wait for what it gets. No transaction is open while the provider thinks.
 *
 * <p>Not guaranteed: if the process dies between the provider's answer and our commit, the answer is lost. The lease
 * then runs out and the old token is tried again; a provider that has replaced it will say that the grant is gone.
 */
@ApplicationScoped
public class RefreshConnection {

    private static final Logger LOG = Logger.getLogger(RefreshConnection.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int LOOKS = 80;

    private final RenewGrant renewing;
    private final Providers providers;
    private final Vertx vertx;

    RefreshConnection(RenewGrant renewing, Providers providers, Vertx vertx) {
        this.renewing = renewing;
        this.providers = providers;
        this.vertx = vertx;
    }

    /**
     * The link as it is afterwards; its state says whether the grant is good. Fails with {@link Rejected}
     * {@code not-found}, or {@code provider-unavailable} while the provider cannot be asked or wants to be left alone.
     */
    public Uni<LinkedAccount> refresh(UserId user, ConnectionId id) {
        return Shield.fromDisconnect(look(user, id, LOOKS));
    }

    private Uni<LinkedAccount> look(UserId user, ConnectionId id, int looksLeft) {
        return renewing.begin(user, id).chain(begun -> goOn(begun, looksLeft));
    }

    private Uni<LinkedAccount> goOn(RenewGrant.Begun begun, int looksLeft) {
        return switch (begun.step()) {
            case KEEP, GONE -> Uni.createFrom().item(begun.account());
            case LATER -> throw unavailable(begun.patience());
            case WAIT -> waitAndLook(begun, looksLeft);
            case ASK -> ask(begun);
        };
    }

    private Uni<LinkedAccount> waitAndLook(RenewGrant.Begun begun, int looksLeft) {
        if (looksLeft == 0) {
            throw unavailable(LOOK_AGAIN);
        }
        return pause().chain(() -> look(begun.account().user(), begun.account().id(), looksLeft - 1));
    }

    /** A timer of this context: what follows uses the database and must not change threads. */
    private Uni<Void> pause() {
        return Uni.createFrom()
                .emitter(emitter -> vertx.setTimer(LOOK_AGAIN.toMillis(), timer -> emitter.complete(null)));
    }

    private Uni<LinkedAccount> ask(RenewGrant.Begun begun) {
        Provider provider =
                providers.named(begun.account().provider()).orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND));
        Grant grant = begun.grant();
        ProviderTokens tokens = Objects.requireNonNull(grant.tokens());
        return provider.refresh(tokens)
                .onItemOrFailure()
                .transformToUni(
                        (next, failure) -> failure == null ? renewing.succeed(begun, next) : fail(begun, failure));
    }

    private Uni<LinkedAccount> fail(RenewGrant.Begun begun, Throwable failure) {
        ProviderFailure reason = failure instanceof ProviderFailure known
                ? known
                : ProviderFailure.unavailable(failure.getClass().getSimpleName());
        LOG.infof(
                "grant not renewed: provider=%s reason=%s %s",
                begun.account().provider(), reason.reason(), reason.getMessage());
        return switch (reason.reason()) {
            case REFUSED -> renewing.revoke(begun);
            case BUSY -> renewing.postpone(begun, reason.retryAfter()).map(RefreshConnection::unavailableUntil);
            case UNAVAILABLE, WRONG -> renewing.fail(begun).map(RefreshConnection::unavailableUntil);
        };
    }

    private static LinkedAccount unavailableUntil(Duration patience) {
        throw unavailable(patience);
    }

    private static Rejected unavailable(Duration patience) {
        return Rejected.because(ConnectionSlugs.PROVIDER_UNAVAILABLE).retryAfter(patience);
    }
}
