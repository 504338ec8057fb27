package org.tallybook.auth.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.connection.domain.ConnectionId;
import org.tallybook.auth.connection.domain.Grant;
import org.tallybook.auth.connection.domain.Grant.Step;
import org.tallybook.auth.connection.domain.ProviderTokens;
import org.tallybook.auth.connection.domain.Scopes;

class GrantTest {

    private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
    private static final ConnectionId LINK = new ConnectionId(new UUID(7, 7));
    private static final ProviderTokens TOKENS =
            new ProviderTokens("access", "refresh", NOW.plusSeconds(3600), Scopes.parse("a b"));

    private final Grant grant = Grant.of(LINK, TOKENS, NOW);

    @Test
    void asksOnceTheTokensAreNotNewAnyMore() {
        assertThat(grant.step(NOW.plusSeconds(29))).isEqualTo(Step.KEEP);
        assertThat(grant.step(NOW.plusSeconds(30))).isEqualTo(Step.ASK);
    }

    @Test
    void asksAtOnceForTokensThatHaveExpired() {
        Grant shortLived = Grant.of(LINK, new ProviderTokens("access", "refresh", NOW.plusSeconds(5), null), NOW);

        assertThat(shortLived.step(NOW.plusSeconds(5))).isEqualTo(Step.ASK);
    }

    @Test
    void oneAsksAndALeaseRunsOut() {
        Grant leased = grant.leased(NOW.plusSeconds(60));

        assertThat(leased.step(NOW.plusSeconds(89))).isEqualTo(Step.WAIT);
        assertThat(leased.step(NOW.plusSeconds(90))).isEqualTo(Step.ASK);
        assertThat(leased.version()).isEqualTo(grant.version() + 1);
    }

    @Test
    void backsOffLongerAndLongerUpToAnHour() {
        Grant once = grant.failed(NOW);
        Grant twice = once.failed(NOW);
        Grant often = twice;
        for (int i = 0; i < 70; i++) {
            often = often.failed(NOW);
        }

        assertThat(once.retryAt()).isEqualTo(NOW.plusSeconds(30));
        assertThat(twice.retryAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(often.retryAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(twice.step(NOW.plusSeconds(59))).isEqualTo(Step.LATER);
        assertThat(twice.step(NOW.plusSeconds(60))).isEqualTo(Step.ASK);
        assertThat(twice.tokens()).isEqualTo(TOKENS);
    }

    @Test
    void anAnswerWithoutARefreshTokenKeepsTheOldOne() {
        Grant renewed = grant.failed(NOW).renewed(new ProviderTokens("new", null, null, null), NOW.plusSeconds(60));

        assertThat(renewed.tokens()).isEqualTo(new ProviderTokens("new", "refresh", null, Scopes.parse("b,a")));
        assertThat(renewed.failures()).isZero();
        assertThat(renewed.retryAt()).isNull();
    }

    @Test
    void nothingIsLeftOfAGrantThatWasTakenBack() {
        Grant wiped = grant.wiped();

        assertThat(wiped.tokens()).isNull();
        assertThat(wiped.step(NOW.plusSeconds(9_999_999))).isEqualTo(Step.GONE);
        assertThat(wiped.renewed(TOKENS, NOW).step(NOW)).isEqualTo(Step.KEEP);
    }

    @Test
    void tokensReachNoLog() {
        assertThat(grant.toString()).doesNotContain("access,").doesNotContain("refresh,");
    }
}
