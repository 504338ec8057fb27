package org.tallybook.auth.connection.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of the table {@code oauth_token}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "OauthToken")
@Table(name = "oauth_token")
@NullUnmarked
class GrantRow {

    @Id
    @Column(name = "link_id")
    UUID linkId;

    long version;

    @Column(name = "access_token")
    byte[] accessToken;

    @Column(name = "refresh_token")
    byte[] refreshToken;

    @Column(name = "expires_at")
    Instant expiresAt;

    String scopes;

    @Column(name = "refreshed_at")
    Instant refreshedAt;

    @Column(name = "leased_until")
    Instant leasedUntil;

    @Column(name = "retry_at")
    Instant retryAt;

    int failures;
}
