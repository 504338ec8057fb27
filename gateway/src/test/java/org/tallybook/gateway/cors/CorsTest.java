package org.tallybook.gateway.cors;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.tallybook.gateway.exchange.Probe;

class CorsTest {

    private static final String APP = "https://app.example.org";

    private final Cors cors = new Cors(OriginsFixture.of("https://tally.example", APP), OriginsFixture.config(APP));

    @Test
    void answersAPreflightItself() {
        Probe probe = preflight(APP).through(cors);

        assertThat(probe.passed()).isFalse();
        assertThat(probe.status()).isEqualTo(204);
        assertThat(probe.fields().get("Access-Control-Allow-Origin")).isEqualTo(APP);
        assertThat(probe.fields().get("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(probe.fields().get("Access-Control-Allow-Methods")).isEqualTo("GET, PATCH");
        assertThat(probe.fields().get("Access-Control-Allow-Headers")).isEqualTo("Authorization, Content-Type");
        assertThat(probe.fields().get("Access-Control-Max-Age")).isEqualTo("600");
        assertThat(probe.fields().getAll("Vary")).hasSize(1).allMatch(vary -> vary.startsWith("Origin,"));
        assertThat(probe.fields().contains("Access-Control-Allow-Private-Network"))
                .isFalse();
    }

    @Test
    void allowsThePrivateNetworkWhenAsked() {
        Probe probe = preflight(APP)
                .with("Access-Control-Request-Private-Network", "true")
                .through(cors);

        assertThat(probe.fields().get("Access-Control-Allow-Private-Network")).isEqualTo("true");
    }

    @Test
    void refusesAPreflightOfAStrangerWithoutACorsField() {
        for (String origin : new String[] {"https://evil.example", "null", APP + ".evil", "https://APP.example.org"}) {
            Probe probe = preflight(origin).through(cors);

            assertThat(probe.status()).isEqualTo(403);
            assertThat(corsFields(probe.fields())).isZero();
            assertThat(probe.fields().get("Vary")).contains("Origin");
        }
    }

    @Test
    void anOptionsRequestThatIsNoPreflightPasses() {
        assertThat(Probe.a("OPTIONS", "/x").with("Origin", APP).through(cors).passed())
                .isTrue();
        assertThat(Probe.a("OPTIONS", "/x").through(cors).passed()).isTrue();
    }

    @Test
    void replacesWhateverAnUpstreamSays() {
        MultiMap fields = Probe.get("/x")
                .with("Origin", APP)
                .through(cors)
                .headWith(
                        "Access-Control-Allow-Origin", "*",
                        "Access-Control-Allow-Origin", APP,
                        "access-control-expose-headers", "X-Secret",
                        "Vary", "Accept-Encoding, origin");

        assertThat(fields.getAll("Access-Control-Allow-Origin")).containsExactly(APP);
        assertThat(fields.getAll("Access-Control-Expose-Headers")).containsExactly("ETag");
        assertThat(fields.getAll("Vary")).containsExactly("Origin, Accept-Encoding");
    }

    @Test
    void variesByOriginEvenWithoutOne() {
        assertThat(Probe.get("/x").through(cors).headWith().get("Vary")).isEqualTo("Origin");
    }

    @Test
    void letsAStrangerReadNothingAndWriteNothing() {
        Probe read = Probe.get("/x").with("Origin", "https://evil.example").through(cors);
        Probe write =
                Probe.a("POST", "/x").with("Origin", "https://evil.example").through(cors);

        assertThat(read.passed()).isTrue();
        assertThat(corsFields(read.headWith("Access-Control-Allow-Origin", "*")))
                .isZero();
        assertThat(write.status()).isEqualTo(403);
        assertThat(corsFields(write.fields())).isZero();
    }

    @Test
    void ourOwnPagesNeedNoCors() {
        Probe probe =
                Probe.a("POST", "/x").with("Origin", "https://tally.example").through(cors);

        assertThat(probe.passed()).isTrue();
        assertThat(corsFields(probe.headWith())).isZero();
    }

    @Test
    void errorsOfTheGatewayAreReadableForScripts() {
        Probe probe = Probe.get("/x").with("Origin", APP).through(cors, exchange -> {
            throw org.tallybook.kit.problem.Rejected.because(org.tallybook.kit.problem.KitSlugs.NOT_FOUND);
        });

        assertThat(probe.status()).isEqualTo(404);
        assertThat(probe.fields().get("Access-Control-Allow-Origin")).isEqualTo(APP);
    }

    private static Probe preflight(String origin) {
        return Probe.a("OPTIONS", "/x").with("Origin", origin).with("Access-Control-Request-Method", "PATCH");
    }

    private static long corsFields(MultiMap fields) {
        return fields.names().stream()
                .filter(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"))
                .count();
    }
}
