package org.tallybook.auth.identity.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.Profile;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.identity.domain.Username;

/** A row of the table {@code identity}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "Identity")
@Table(name = "identity")
@NullUnmarked
class IdentityRow {

    @Id
    UUID id;

    long version;
    String email;

    @Column(name = "email_key")
    String emailKey;

    @Column(name = "email_verified_at")
    Instant emailVerifiedAt;

    String username;

    @Column(name = "username_key")
    String usernameKey;

    @Column(name = "time_zone")
    String timeZone;

    String locale;

    @Column(name = "day_start")
    LocalTime dayStart;

    String[] roles;

    @Column(name = "locked_at")
    Instant lockedAt;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** Takes over everything that may change. */
    void take(Identity identity) {
        Profile profile = identity.profile();
        version = identity.version();
        email = identity.email().value();
        emailKey = identity.email().key();
        emailVerifiedAt = identity.emailVerifiedAt();
        username = profile.username().value();
        usernameKey = profile.username().key();
        timeZone = profile.zone().getId();
        locale = profile.locale().toLanguageTag();
        dayStart = profile.dayStart();
        roles = identity.roles().stream().sorted().toArray(String[]::new);
        lockedAt = identity.lockedAt();
        updatedAt = identity.updatedAt();
    }

    Identity toIdentity() {
        var profile = new Profile(new Username(username), ZoneId.of(timeZone), Locale.forLanguageTag(locale), dayStart);
        return new Identity(
                new UserId(id),
                version,
                new EmailAddress(email),
                emailVerifiedAt,
                profile,
                Set.of(roles),
                lockedAt,
                createdAt,
                updatedAt);
    }
}
