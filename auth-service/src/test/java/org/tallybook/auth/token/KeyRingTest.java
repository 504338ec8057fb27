package org.tallybook.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.token.domain.KeyRing;
import org.tallybook.auth.token.domain.SigningKey;

class KeyRingTest {

    private static final Instant START = Instant.parse("2026-11-20T21:05:00Z");
    private static final Duration PERIOD = Duration.ofDays(30);
    private static final Duration LEAD = Duration.ofHours(24);

    private static KeyPair pair;

    @BeforeAll
    static void generate() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
    }

    @Test
    void aFirstStartNeedsOneKeyForNowAndOneForLater() {
        assertThat(new KeyRing(List.of()).missing(START, PERIOD, LEAD)).containsExactly(START, START.plus(PERIOD));
    }

    @Test
    void aRingWithAWaitingKeyIsComplete() {
        assertThat(ring().missing(START.plusSeconds(1), PERIOD, LEAD)).isEmpty();
    }

    @Test
    void theNextKeyIsAddedAsSoonAsTheWaitingOneSigns() {
        Instant turn = START.plus(PERIOD);

        assertThat(ring().missing(turn, PERIOD, LEAD)).containsExactly(turn.plus(PERIOD));
    }

    @Test
    void aKeyIsPublishedForADayEvenIfTheServiceSleptThroughItsTurn() {
        Instant late = START.plus(PERIOD).plus(PERIOD).plusSeconds(1);

        assertThat(ring().missing(late, PERIOD, LEAD)).containsExactly(late.plus(LEAD));
    }

    @Test
    void signsWithTheYoungestKeyWhoseTurnHasCome() {
        Instant turn = START.plus(PERIOD);

        assertThat(ring().signing(turn.minusSeconds(1)).orElseThrow().id()).isEqualTo("one");
        assertThat(ring().signing(turn).orElseThrow().id()).isEqualTo("two");
        assertThat(ring().signing(START.minusSeconds(1))).isEmpty();
    }

    @Test
    void aSupersededKeyVerifiesUntilEveryTokenOfItsHasExpired() {
        Instant turn = START.plus(PERIOD);

        assertThat(ids(turn.plus(KeyRing.OVERLAP).minusSeconds(1))).containsExactly("one", "two");
        assertThat(ids(turn.plus(KeyRing.OVERLAP))).containsExactly("two");
        assertThat(ring().published("one", turn.plus(KeyRing.OVERLAP))).isEmpty();
    }

    private static List<String> ids(Instant now) {
        return ring().published(now).stream().map(SigningKey::id).toList();
    }

    private static KeyRing ring() {
        return new KeyRing(List.of(key("two", START.plus(PERIOD)), key("one", START)));
    }

    private static SigningKey key(String id, Instant activeFrom) {
        return new SigningKey(id, (RSAPublicKey) pair.getPublic(), pair.getPrivate(), activeFrom);
    }
}
