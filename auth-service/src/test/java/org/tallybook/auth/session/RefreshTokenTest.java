package org.tallybook.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.session.domain.Opening;
import org.tallybook.auth.session.domain.RefreshToken;
import org.tallybook.auth.session.domain.RefreshToken.Step;
import org.tallybook.auth.session.domain.Session;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.auth.session.domain.SessionMode;
import org.tallybook.auth.session.domain.SessionTerms;

class RefreshTokenTest {

    private static final Instant START = Instant.parse("2026-11-20T21:05:00Z");
    private static final SessionTerms TERMS =
            new SessionTerms(Duration.ofDays(7), Duration.ofDays(30), Duration.ofSeconds(10));

    private final Session session = Session.open(
            new SessionId(UUID.randomUUID()),
            new UserId(UUID.randomUUID()),
            new Opening(SessionMode.BEARER, false, new Client("192.0.2.1", "test")),
            START,
            TERMS);

    @Test
    void theLastOfTheChainIsRotated() {
        assertThat(token(null).step(session, START.plusSeconds(60), TERMS)).isEqualTo(Step.ROTATE);
    }

    @Test
    void aSpentOneIsRepeatedWithinItsGraceAndNotAMomentLonger() {
        Instant used = START.plusSeconds(60);

        assertThat(token(used).step(session, used, TERMS)).isEqualTo(Step.REPEAT);
        assertThat(token(used).step(session, used.plusSeconds(10), TERMS)).isEqualTo(Step.REPEAT);
        assertThat(token(used).step(session, used.plusSeconds(10).plusNanos(1_000), TERMS))
                .isEqualTo(Step.REUSED);
    }

    @Test
    void anEndedSessionHasNoSteps() {
        Session ended = new Session(
                session.id(),
                session.user(),
                session.mode(),
                session.persistent(),
                session.client(),
                session.createdAt(),
                session.lastSeenAt(),
                session.provedAt(),
                session.idleUntil(),
                session.expiresAt(),
                START.plusSeconds(1));

        assertThat(token(null).step(ended, START.plusSeconds(2), TERMS)).isEqualTo(Step.ENDED);
        assertThat(token(START).step(ended, START.plusSeconds(2), TERMS)).isEqualTo(Step.ENDED);
    }

    @Test
    void aSessionEndsWhenNobodyShowsUpForAWeek() {
        Instant edge = START.plus(TERMS.idle());

        assertThat(token(null).step(session, edge.minusNanos(1_000), TERMS)).isEqualTo(Step.ROTATE);
        assertThat(token(null).step(session, edge, TERMS)).isEqualTo(Step.ENDED);
    }

    @Test
    void signsOfLifeNeverCarryASessionBeyondItsAbsoluteEnd() {
        Instant end = START.plus(TERMS.absolute());
        Session busy = session.seen(end.minusSeconds(60), TERMS);

        assertThat(busy.idleUntil()).isEqualTo(end);
        assertThat(busy.isLive(end.minusSeconds(1))).isTrue();
        assertThat(busy.isLive(end)).isFalse();
    }

    private RefreshToken token(@Nullable Instant usedAt) {
        return new RefreshToken(session.id(), usedAt);
    }
}
