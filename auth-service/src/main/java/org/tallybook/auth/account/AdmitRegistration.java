package org.tallybook.auth.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.account.RegistrationConfig.Admission;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.invitation.Invitations;
import org.tallybook.auth.invitation.domain.InvitationId;
import org.tallybook.auth.invitation.domain.InvitationKey;
import org.tallybook.kit.problem.Rejected;

/** Decides who may register at all, by whichever way. Whether an address has an account plays no part in it. */
@ApplicationScoped
public class AdmitRegistration {

    private final RegistrationConfig config;
    private final Invitations invitations;
    private final Clock clock;

    AdmitRegistration(RegistrationConfig config, Invitations invitations, Clock clock) {
        this.config = config;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * Refuses what is hopeless without a look into the database.
     *
     * @throws Rejected {@code registration-closed} or {@code invitation-invalid}
     */
    public void requirePossible(@Nullable InvitationKey invitation) {
        if (config.admission() == Admission.CLOSED) {
            throw Rejected.because(AccountSlugs.REGISTRATION_CLOSED);
        }
        if (config.admission() == Admission.INVITE && invitation == null) {
            throw Rejected.because(AccountSlugs.INVITATION_INVALID);
        }
    }

    /**
     * In the transaction of the registration; an invitation is spent with it or not at all.
     *
     * @return the invitation that let the applicant in; empty where none is needed; fails as
     *     {@link #requirePossible} does
     */
    public Uni<Optional<InvitationId>> admit(@Nullable InvitationKey invitation, EmailAddress applicant) {
        requirePossible(invitation);
        return config.admission() == Admission.OPEN || invitation == null
                ? Uni.createFrom().item(Optional.empty())
                : invitations
                        .use(invitation, applicant, clock.instant())
                        .map(used -> Optional.of(used.orElseThrow(AdmitRegistration::refusal)));
    }

    /** In the same transaction: who came of it. */
    public Uni<Void> accepted(Optional<InvitationId> invitation, UserId newcomer) {
        return invitation
                .map(id -> invitations.accepted(id, newcomer))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Rejected refusal() {
        return Rejected.because(AccountSlugs.INVITATION_INVALID);
    }
}
