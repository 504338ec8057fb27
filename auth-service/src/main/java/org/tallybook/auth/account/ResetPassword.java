package org.tallybook.auth.account;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.tallybook.auth.guard.LoginGuard;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.link.MailedLinks;
import org.tallybook.auth.link.domain.LinkPurpose;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.session.TellRevocations;
import org.tallybook.kit.problem.Rejected;

/** Replaces a forgotten password with the help of a mailed link; every session ends. */
@ApplicationScoped
public class ResetPassword {

    private final MailedLinks links;
    private final Identities identities;
    private final RequireGoodPassword good;
    private final ReplacePassword replacing;
    private final TellRevocations revocations;
    private final LoginGuard guard;
    private final Clock clock;

    ResetPassword(
            MailedLinks links,
            Identities identities,
            RequireGoodPassword good,
            ReplacePassword replacing,
            TellRevocations revocations,
            LoginGuard guard,
            Clock clock) {
        this.links = links;
        this.identities = identities;
        this.good = good;
        this.replacing = replacing;
        this.revocations = revocations;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * A bad password does not use the link up. Fails with {@link Rejected} {@code link-invalid} or
     * {@code invalid-request}.
     */
    public Uni<Void> reset(OpaqueToken token, String replacement, Client client) {
        return ownerOf(token)
                .map(found -> found.filter(identity -> !identity.isLocked())
                        .orElseThrow(() -> Rejected.because(AccountSlugs.LINK_INVALID)))
                .call(identity -> good.of(identity, replacement))
                .chain(identity -> replace(identity.id(), token, replacement, client)
                        .chain(() -> guard.forgive(
                                identity.email().value(),
                                identity.profile().username().value())));
    }

    private Uni<Void> replace(UserId owner, OpaqueToken token, String replacement, Client client) {
        return good.hash(replacement)
                .chain(hash -> replacing.byLink(owner, token, hash, client))
                .chain(revocations::sessions);
    }

    @WithSession
    public Uni<Optional<Identity>> ownerOf(OpaqueToken token) {
        return links.ownerOf(token, LinkPurpose.RESET_PASSWORD, clock.instant())
                .chain(owner -> owner.map(identities::find)
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }
}
