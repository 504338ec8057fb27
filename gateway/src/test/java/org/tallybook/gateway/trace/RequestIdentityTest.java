package org.tallybook.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.gateway.exchange.Answers;
import org.tallybook.gateway.exchange.Probe;

class RequestIdentityTest {

    private static final UUID NEXT = UUID.fromString("0193c1f0-0000-7000-8000-000000000001");
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final RequestIdentity identity = new RequestIdentity(() -> NEXT);

    @Test
    void keepsAWellFormedRequestId() {
        Probe probe = Probe.get("/").with("X-Request-Id", "order-42.a_b").through(identity);

        assertThat(probe.exchange().forwarded().get("X-Request-Id")).isEqualTo("order-42.a_b");
        assertThat(probe.headWith("X-Request-Id", "of-the-service").getAll("X-Request-Id"))
                .containsExactly("order-42.a_b");
    }

    @Test
    void replacesARequestIdThatCouldHarmALog() {
        Probe probe = Probe.get("/").with("X-Request-Id", "a b<script>").through(identity);

        assertThat(probe.exchange().forwarded().get("X-Request-Id")).isEqualTo(NEXT.toString());
    }

    @Test
    void continuesATraceWithASpanOfItsOwn() {
        Probe probe = Probe.get("/").with("traceparent", PARENT).through(identity);

        assertThat(probe.exchange().get(Answers.TRACE_ID)).isEqualTo(TRACE);
        assertThat(probe.exchange().forwarded().get("traceparent"))
                .startsWith("00-" + TRACE + "-")
                .endsWith("-01")
                .isNotEqualTo(PARENT);
    }

    @Test
    void startsATraceWhereNoneOrABrokenOneCame() {
        for (String parent :
                new String[] {"", "00-zz", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01", "ff-" + PARENT}) {
            Probe probe = Probe.get("/").with("traceparent", parent).through(identity);

            assertThat(probe.exchange().get(Answers.TRACE_ID))
                    .matches("[0-9a-f]{32}")
                    .isNotEqualTo("0".repeat(32));
        }
    }
}
