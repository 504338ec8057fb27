package org.tallybook.auth.invitation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.invitation.NewInvitation;
import org.tallybook.auth.invitation.domain.Invitation;

/**
 * An invitation.
 *
 * @param email the only address that may register with it; null for any
 * @param createdBy the administrator, while there is the account
 * @param link opens the page to register; only there in the answer to its making
 */
public record InvitationResponse(
        UUID id,
        @Nullable String email,
        Invitation.State state,
        @Nullable UUID createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String link) {

    static InvitationResponse of(Invitation invitation, Instant now) {
        return of(invitation, now, null);
    }

    static InvitationResponse of(NewInvitation fresh, Instant now) {
        return of(fresh.invitation(), now, fresh.link().toString());
    }

    private static InvitationResponse of(Invitation invitation, Instant now, @Nullable String link) {
        EmailAddress email = invitation.email();
        UserId by = invitation.createdBy();
        return new InvitationResponse(
                invitation.id().value(),
                email == null ? null : email.value(),
                invitation.state(now),
                by == null ? null : by.value(),
                invitation.createdAt(),
                invitation.expiresAt(),
                invitation.usedAt(),
                link);
    }

    /** The link must not reach a log. */
    @Override
    public String toString() {
        return "InvitationResponse[" + id + "]";
    }
}
