package org.tallybook.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.gateway.exchange.Probe;

class RoutesTest {

    @Test
    void prefersTheLongestPrefix() {
        Routes routes = routes(Map.of("tracker", to("/api/v1/logs,/api/v1"), "events", to("/api/v1/events")));

        assertThat(routes.find("/api/v1/events").orElseThrow().name()).isEqualTo("events");
        assertThat(routes.find("/api/v1/else").orElseThrow().name()).isEqualTo("tracker");
    }

    @Test
    void matchesWholeSegmentsAndActionsOnly() {
        Routes routes = routes(Map.of("tracker", to("/api/v1/logs,/.well-known/")));

        assertThat(routes.find("/api/v1/logs")).isPresent();
        assertThat(routes.find("/api/v1/logs/7")).isPresent();
        assertThat(routes.find("/api/v1/logs:batch")).isPresent();
        assertThat(routes.find("/.well-known/jwks.json")).isPresent();
        assertThat(routes.find("/api/v1/logsx")).isEmpty();
        assertThat(routes.find("/API/v1/logs")).isEmpty();
        assertThat(routes.find("/internal/v1/sessions")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal", "/internal/v1", "/q", "/q/health/", "/", "api", "/a b", "/a//b", "/a/../q"})
    void refusesToOpenWhatMustStayClosed(String prefix) {
        assertThatThrownBy(() -> routes(Map.of("x", to(prefix))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tallybook.routes.x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://h", "http://h/path", "http://user@h:1", "h:8080", "http:///x"})
    void refusesMalformedUpstreams(String upstream) {
        assertThatThrownBy(() -> routes(Map.of("x", new Fixture(List.of("/x"), List.of(URI.create(upstream))))))
                .hasMessageContaining("malformed upstream");
    }

    @Test
    void refusesOnePrefixForTwoRoutes() {
        assertThatThrownBy(() -> routes(Map.of("a", to("/x"), "b", to("/x/"))))
                .hasMessageContaining("two routes have the prefix '/x'");
    }

    @Test
    void whatNoRouteCoversDoesNotExist() {
        Probe probe = Probe.get("/api/v1/nothing").through(new Routing(routes(Map.of("a", to("/api/v1/some")))));

        assertThat(probe.status()).isEqualTo(404);
        assertThat(probe.body()).contains("/problems/not-found");
    }

    @Test
    void takesInstancesInTurnAndAvoidsOneThatRefused() {
        Upstreams upstreams = routes(Map.of(
                        "x", new Fixture(List.of("/x"), List.of(URI.create("http://a:1"), URI.create("http://b:2")))))
                .named("x")
                .orElseThrow()
                .upstreams();

        assertThat(List.of(upstreams.next().host(), upstreams.next().host())).containsExactlyInAnyOrder("a", "b");

        Upstream refused = upstreams.next();
        refused.eject();
        assertThat(upstreams.next()).isNotSameAs(refused);
        assertThat(upstreams.next()).isNotSameAs(refused);
        upstreams.next().eject();
        assertThat(upstreams.next())
                .as("with all ejected one is tried all the same")
                .isNotNull();
    }

    private static Routes routes(Map<String, Fixture> byName) {
        Map<String, RoutesConfig.RouteConfig> copy = Map.copyOf(byName);
        return new Routes(() -> copy, Clock.systemUTC());
    }

    private static Fixture to(String prefixes) {
        return new Fixture(Arrays.asList(prefixes.split(",")), List.of(URI.create("http://127.0.0.1:1")));
    }

    private record Fixture(List<String> prefix, List<URI> upstreams) implements RoutesConfig.RouteConfig {

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public MemorySize bodyLimit() {
            return new MemorySize(BigInteger.TEN);
        }

        @Override
        public boolean streams() {
            return false;
        }
    }
}
