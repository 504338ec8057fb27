package org.tallybook.gateway.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "https://*.example.org",
                "/https:.*/",
                "https://app.example.org/",
                "https://app.example.org/path",
                "HTTPS://app.example.org",
                "https://App.example.org",
                "https://app.example.org:443",
                "http://app.example.org:80",
                "app.example.org",
                "ftp://app.example.org",
                "https://user@app.example.org",
                "https://app.example.org:0",
                "https://"
            })
    void refusesToStartWithAnythingButExactOrigins(String origin) {
        assertThatThrownBy(() -> OriginsFixture.of("http://localhost:8080", origin))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TALLYBOOK_CORS_ORIGINS")
                .hasMessageContaining(origin);
    }

    @Test
    void comparesByteForByte() {
        Origins origins = OriginsFixture.of("https://tally.example", "https://app.example.org", "http://[::1]:5173");

        assertThat(origins.isAllowed("https://app.example.org")).isTrue();
        assertThat(origins.isAllowed("http://[::1]:5173")).isTrue();
        assertThat(origins.isAllowed("https://app.example.org.evil")).isFalse();
        assertThat(origins.isAllowed("https://APP.example.org")).isFalse();
        assertThat(origins.isAllowed("null")).isFalse();
        assertThat(origins.isAllowed(null)).isFalse();
        assertThat(origins.isOwn("https://tally.example")).isTrue();
        assertThat(origins.isOwn("http://tally.example")).isFalse();
    }

    @Test
    void knowsAllSpellingsOfItselfOnThisMachineOnly() {
        assertThat(OriginsFixture.of("http://localhost:8080").isOwn("http://127.0.0.1:8080"))
                .isTrue();
        assertThat(OriginsFixture.of("http://localhost:8080").isOwn("http://127.0.0.1:9090"))
                .isFalse();
        assertThat(OriginsFixture.of("https://tally.example").isOwn("https://localhost"))
                .isFalse();
    }
}
