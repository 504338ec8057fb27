package org.tallybook.auth.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.Profile;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.invitation.domain.InvitationKey;

/**
 * What somebody wants to register.
 *
 * @param password hashed already
 * @param invitation null for somebody without one
 */
public record Registration(
        EmailAddress email,
        Profile profile,
        PasswordHash password,
        @Nullable InvitationKey invitation) {

    Identity identity(UserId id, Instant now) {
        return Identity.register(id, email, profile, now);
    }
}
