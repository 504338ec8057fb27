package org.tallybook.auth.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tallybook.auth.connection.domain.ProviderTokens;
import org.tallybook.auth.connection.domain.Scopes;

class ScopesTest {

    @Test
    void readsThemAsProvidersWriteThem() {
        assertThat(Scopes.parse("b a  c").names()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(Scopes.parse("read:user,user:email").names()).containsExactlyInAnyOrder("read:user", "user:email");
        assertThat(Scopes.parse("").names()).isEmpty();
        assertThat(Scopes.parse("x ".repeat(3_000)).names()).isEmpty();
        assertThat(Scopes.parse(Scopes.parse("b a").text())).isEqualTo(Scopes.parse("a,b"));
    }

    @Test
    void anAnswerWithoutThemGrantsWhatWasAskedFor() {
        ProviderTokens silent = new ProviderTokens("t", null, null, null);

        assertThat(silent.askedFor(Scopes.parse("a")).lacks("a")).isFalse();
        assertThat(silent.askedFor(Scopes.parse("a")).lacks("b")).isTrue();
        assertThat(silent.lacks("a")).isFalse();
    }

    @Test
    void aRenewalCanTakeThemAwayButNotBySayingNothing() {
        ProviderTokens old = new ProviderTokens("t", "r", null, Scopes.parse("a b"));

        assertThat(new ProviderTokens("n", null, null, null).following(old).lacks("a"))
                .isFalse();
        assertThat(new ProviderTokens("n", null, null, Scopes.parse("b"))
                        .following(old)
                        .lacks("a"))
                .isTrue();
    }
}
