package org.tallybook.auth.account;

import java.time.Instant;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.Profile;
import org.tallybook.auth.identity.domain.UserId;

/** What somebody wants to register; the password is hashed already. */
public record Registration(EmailAddress email, Profile profile, PasswordHash password) {

    Identity identity(UserId id, Instant now) {
        return Identity.register(id, email, profile, now);
    }
}
