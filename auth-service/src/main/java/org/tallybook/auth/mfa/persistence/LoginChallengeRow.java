package org.tallybook.auth.mfa.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.domain.LoginChallenge;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.session.domain.Opening;
import org.tallybook.auth.session.domain.SessionMode;
import org.tallybook.auth.session.domain.SignInMethod;

/** A row of the table {@code login_challenge}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "LoginChallenge")
@Table(name = "login_challenge")
@NullUnmarked
class LoginChallengeRow {

    @Id
    UUID id;

    @Column(name = "token_hash", updatable = false)
    byte[] tokenHash;

    @Column(name = "user_id", updatable = false)
    UUID userId;

    @Column(name = "first_factor", updatable = false)
    String firstFactor;

    @Column(updatable = false)
    String mode;

    @Column(updatable = false)
    boolean persistent;

    @Column(name = "client_address", updatable = false)
    String clientAddress;

    @Column(name = "user_agent", updatable = false)
    String userAgent;

    int failures;

    @Column(name = "expires_at", updatable = false)
    Instant expiresAt;

    static LoginChallengeRow of(UUID id, LoginChallenge challenge, byte[] tokenHash) {
        var row = new LoginChallengeRow();
        row.id = id;
        row.tokenHash = tokenHash;
        row.userId = challenge.user().value();
        row.firstFactor = challenge.first().name();
        row.mode = challenge.how().mode().name();
        row.persistent = challenge.how().persistent();
        row.clientAddress = challenge.how().client().address();
        row.userAgent = challenge.how().client().userAgent();
        row.failures = challenge.failures();
        row.expiresAt = challenge.expiresAt();
        return row;
    }

    LoginChallenge toChallenge() {
        var how = new Opening(SessionMode.valueOf(mode), persistent, new Client(clientAddress, userAgent));
        return new LoginChallenge(new UserId(userId), SignInMethod.valueOf(firstFactor), how, failures, expiresAt);
    }
}
