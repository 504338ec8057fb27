package org.tallybook.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpVersion;
import org.junit.jupiter.api.Test;
import org.tallybook.gateway.exchange.Probe;

class FramingGuardTest {

    private final FramingGuard guard = new FramingGuard();

    @Test
    void letsOrdinaryRequestsPass() {
        assertThat(Probe.get("/").through(guard).passed()).isTrue();
        assertThat(post().with("Content-Length", "12").through(guard).passed()).isTrue();
        assertThat(post().with("Transfer-Encoding", "chunked").through(guard).passed())
                .isTrue();
    }

    @Test
    void refusesLengthAndCodingTogether() {
        refused(post().with("Content-Length", "5").with("Transfer-Encoding", "chunked"));
    }

    @Test
    void refusesTwoLengthsEvenIfEqual() {
        refused(post().with("Content-Length", "5").with("Content-Length", "6"));
        refused(post().with("Content-Length", "5").with("Content-Length", "5"));
    }

    @Test
    void refusesLengthsThatAreNoPlainNumber() {
        for (String length : new String[] {"+5", "-1", "5, 5", "0x5", "", "9999999999999999999"}) {
            refused(post().with("Content-Length", length));
        }
    }

    @Test
    void refusesCodingsOtherThanExactlyChunked() {
        for (String coding :
                new String[] {"gzip, chunked", "identity", "xchunked", "chunked, identity", "\"chunked\""}) {
            refused(post().with("Transfer-Encoding", coding));
        }
        refused(post().with("Transfer-Encoding", "chunked").with("Transfer-Encoding", "chunked"));
    }

    @Test
    void refusesACodingInHttp10() {
        refused(post().version(HttpVersion.HTTP_1_0).with("Transfer-Encoding", "chunked"));
    }

    @Test
    void wantsExactlyOneHost() {
        refused(Probe.get("/").with("Host", "evil.example"));
        assertThat(Probe.get("/").version(HttpVersion.HTTP_2).through(guard).passed())
                .isTrue();
    }

    @Test
    void refusesControlCharactersInFields() {
        refused(Probe.get("/").with("X-A", "a\u0000b"));
        refused(Probe.get("/").with("X-A", "a\u007fb"));
        refused(Probe.get("/").with("X A", "b"));
    }

    private void refused(Probe probe) {
        probe.through(guard);
        assertThat(probe.passed()).isFalse();
        assertThat(probe.status()).isEqualTo(400);
        assertThat(probe.body()).contains("/problems/malformed-request");
        assertThat(probe.fields().get("Connection")).isEqualTo("close");
    }

    private static Probe post() {
        return Probe.a("POST", "/x");
    }
}
