package org.tallybook.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallybook.gateway.exchange.Probe;

class HostGuardTest {

    private final HostGuard guard = new HostGuard(new DoorFixture(
            java.net.URI.create("https://tally.example"),
            Optional.of(List.of("gateway")),
            Optional.empty(),
            Optional.empty()));

    @ParameterizedTest
    @CsvSource({
        "tally.example,true",
        "TALLY.example:443,true",
        "gateway:8080,true",
        "localhost:8080,true",
        "127.0.0.1,true",
        "evil.example,false",
        "tally.example.evil,false",
        "192.168.0.5:8080,false"
    })
    void answersOnlyToItsOwnNames(String host, boolean answered) {
        Probe probe = Probe.get("/").without("Host").with("Host", host).through(guard);

        assertThat(probe.passed()).isEqualTo(answered);
        assertThat(probe.status()).isEqualTo(answered ? 0 : 400);
    }
}
