package org.tallybook.auth.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.identity.ReadProfile;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.session.TellRevocations;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.problem.Rejected;

/** Replaces the password of a user who knows the old one; the other sessions end. */
@ApplicationScoped
public class ChangePassword {

    private final ReadProfile profiles;
    private final RequireGoodPassword good;
    private final CheckPassword checking;
    private final ReplacePassword replacing;
    private final TellRevocations revocations;

    ChangePassword(
            ReadProfile profiles,
            RequireGoodPassword good,
            CheckPassword checking,
            ReplacePassword replacing,
            TellRevocations revocations) {
        this.profiles = profiles;
        this.good = good;
        this.checking = checking;
        this.replacing = replacing;
        this.revocations = revocations;
    }

    /**
     * Who asks for it.
     *
     * @param current the session that stays
     */
    public record Asker(UserId user, SessionId current, Client client) {}

    /** Fails with {@link Rejected} {@code password-wrong} or {@code invalid-request}. */
    public Uni<Void> change(Asker asker, String old, String replacement) {
        return profiles.read(asker.user())
                .chain(identity -> good.of(identity, replacement))
                .chain(() -> checking.require(asker.user(), old))
                .chain(() -> good.hash(replacement))
                .chain(hash -> replacing.byOwner(asker.user(), asker.current(), hash, asker.client()))
                .chain(revocations::sessions);
    }
}
