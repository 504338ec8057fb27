package org.tallybook.auth.identity.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user. Every change makes a new state with the next version.
 *
 * @param version 1 at registration, one more at each change
 * @param emailVerifiedAt when the owner of the address confirmed it; null until then
 * @param roles {@code user} and perhaps {@code admin}
 * @param lockedAt when an administrator locked the user out; null if not
 */
public record Identity(
        UserId id,
        long version,
        EmailAddress email,
        @Nullable Instant emailVerifiedAt,
        Profile profile,
        Set<String> roles,
        @Nullable Instant lockedAt,
        Instant createdAt,
        Instant updatedAt) {

    private static final Set<String> ORDINARY = Set.of("user");
    private static final Set<String> IN_CHARGE = Set.of("user", "admin");

    public Identity {
        roles = Set.copyOf(roles);
    }

    public static Identity register(UserId id, EmailAddress email, Profile profile, Instant now) {
        return new Identity(id, 1, email, null, profile, ORDINARY, null, now, now);
    }

    public boolean isVerified() {
        return emailVerifiedAt != null;
    }

    public boolean isLocked() {
        return lockedAt != null;
    }

    /** The owner of the address followed the link; a second time changes nothing. */
    public Identity verify(Instant now) {
        return isVerified()
                ? this
                : new Identity(id, version + 1, email, now, profile, roles, lockedAt, createdAt, now);
    }

    /** Another address, which its owner has confirmed. */
    public Identity moveTo(EmailAddress confirmed, Instant now) {
        return new Identity(id, version + 1, confirmed, now, profile, roles, lockedAt, createdAt, now);
    }

    /** Another profile; the same one changes nothing. */
    public Identity change(Profile wanted, Instant now) {
        return wanted.equals(profile)
                ? this
                : new Identity(id, version + 1, email, emailVerifiedAt, wanted, roles, lockedAt, createdAt, now);
    }

    /** Locked out; a second time changes nothing. */
    public Identity lock(Instant now) {
        return isLocked()
                ? this
                : new Identity(id, version + 1, email, emailVerifiedAt, profile, roles, now, createdAt, now);
    }

    /** Let in again. */
    public Identity unlock(Instant now) {
        return new Identity(id, version + 1, email, emailVerifiedAt, profile, roles, null, createdAt, now);
    }

    /** Put in charge of this Tallybook, by a change that makes a new version anyway. */
    public Identity asAdministrator() {
        return new Identity(id, version, email, emailVerifiedAt, profile, IN_CHARGE, lockedAt, createdAt, updatedAt);
    }

    /** The same user without the power of an administrator. */
    public Identity asOrdinary() {
        return new Identity(id, version, email, emailVerifiedAt, profile, ORDINARY, lockedAt, createdAt, updatedAt);
    }

    /** The version of the user's tombstone. */
    public long tombstoneVersion() {
        return version + 1;
    }
}
