package org.tallybook.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {

    @Test
    void readsAndWritesCredentialsWithOddCharacters() {
        ServerUrl url = ServerUrl.parse(PartKind.BROKER, "amqp://me:p%40ss+w%2Ford@host:5673/%2F");

        assertThat(url.password()).isEqualTo("p@ss+w/ord");
        assertThat(url.path()).isEqualTo("/%2F");
        assertThat(ServerUrl.parse(PartKind.BROKER, url.text())).isEqualTo(url);
    }

    @Test
    void takesTheUsualPortAndARedisPasswordWithoutAUser() {
        ServerUrl url = ServerUrl.parse(PartKind.REDIS, "redis://:secret@host/3");

        assertThat(url.port()).isEqualTo(6379);
        assertThat(url.user()).isEmpty();
        assertThat(url.password()).isEqualTo("secret");
    }

    @Test
    void neverPrintsThePassword() {
        ServerUrl url = ServerUrl.parse(PartKind.POSTGRES, "postgresql://me:secret@host/db");

        assertThat(url).hasToString("postgresql://host:5432/db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "http://host", "postgresql:///db", "postgresql://a b:secret@host"})
    void refusesWhatIsNoUrlWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> ServerUrl.parse(PartKind.POSTGRES, text))
                .isInstanceOf(StackFailure.class)
                .hasMessageStartingWith("TALLYBOOK_PG_URL")
                .hasMessageNotContaining("secret");
    }
}
