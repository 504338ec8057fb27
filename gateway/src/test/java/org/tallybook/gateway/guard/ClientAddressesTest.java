package org.tallybook.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tallybook.gateway.exchange.Probe;

class ClientAddressesTest {

    @Test
    void believesNoForwardingFieldOfAStranger() {
        Probe probe = Probe.get("/")
                .from("203.0.113.9")
                .with("X-Forwarded-For", "1.2.3.4")
                .with("X-Forwarded-Proto", "https");

        probe.through(fields("10.0.0.0/8"));

        assertThat(forwarded(probe, "X-Forwarded-For")).isEqualTo("203.0.113.9");
        assertThat(forwarded(probe, "X-Forwarded-Proto")).isEqualTo("http");
        assertThat(probe.exchange().forwarded().getAll("X-Forwarded-For")).hasSize(1);
    }

    @Test
    void takesTheRightmostUntrustedHopBehindATrustedProxy() {
        Probe probe = Probe.get("/")
                .from("10.1.1.1")
                .with("X-Forwarded-For", "6.6.6.6, 198.51.100.2")
                .with("X-Forwarded-For", "10.2.2.2")
                .with("X-Forwarded-Proto", "https");

        probe.through(fields("10.0.0.0/8"));

        assertThat(forwarded(probe, "X-Forwarded-For")).isEqualTo("198.51.100.2");
        assertThat(forwarded(probe, "X-Forwarded-Proto")).isEqualTo("https");
    }

    @Test
    void stopsAtGarbageInTheChain() {
        Probe probe = Probe.get("/").from("10.1.1.1").with("X-Forwarded-For", "198.51.100.2, nonsense");

        probe.through(fields("10.0.0.0/8"));

        assertThat(forwarded(probe, "X-Forwarded-For")).isEqualTo("10.1.1.1");
    }

    @Test
    void stripsWhatAClientMayNotSay() {
        Probe probe = Probe.get("/")
                .with("X-User-Id", "1")
                .with("x-user-roles", "admin")
                .with("X-Internal-Key", "guess")
                .with("Forwarded", "for=1.1.1.1")
                .with("X-Forwarded-Prefix", "/x")
                .with("X-Session-Mode", "cookie")
                .with("Cookie", "a=b")
                .with("Accept", "application/json");

        probe.through(fields());

        var sent = probe.exchange().forwarded();
        assertThat(sent.names().stream().map(String::toLowerCase))
                .doesNotContain(
                        "x-user-id", "x-user-roles", "forwarded", "x-forwarded-prefix", "x-session-mode", "cookie")
                .contains("accept");
        assertThat(sent.getAll("X-Internal-Key")).singleElement().isNotEqualTo("guess");
    }

    @Test
    void understandsBlocks() {
        assertThat(CidrBlock.parse("10.0.0.0/9").contains(new byte[] {10, 127, 1, 1}))
                .isTrue();
        assertThat(CidrBlock.parse("10.0.0.0/9").contains(new byte[] {10, (byte) 128, 1, 1}))
                .isFalse();
        assertThat(CidrBlock.parse("127.0.0.1").contains(new byte[] {127, 0, 0, 1}))
                .isTrue();
        assertThatThrownBy(() -> CidrBlock.parse("proxy.example/8")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CidrBlock.parse("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
    }

    private static UntrustedFields fields(String... trusted) {
        return new UntrustedFields(
                new ClientAddresses(DoorFixture.at("http://localhost:8080").trusting(trusted)));
    }

    private static String forwarded(Probe probe, String name) {
        return probe.exchange().forwarded().get(name);
    }
}
