package org.tallybook.gateway.route;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.tallybook.gateway.route.RoutesConfig.RouteConfig;

/** The routing table, validated when the gateway starts: a faulty one stops the start with a sentence that names it. */
@Singleton
public final class Routes {

    private static final Logger LOG = Logger.getLogger(Routes.class);

    private final List<Route> table;

    Routes(RoutesConfig config, Clock clock) {
        this.table = config.byName().entrySet().stream()
                .map(entry -> route(entry.getKey(), entry.getValue(), clock))
                .sorted(Comparator.comparing(Route::name))
                .toList();
        requireDistinctPrefixes();
    }

    /** The route with the longest matching prefix. */
    public Optional<Route> find(String path) {
        Route best = null;
        int longest = -1;
        for (Route route : table) {
            int length = route.match(path);
            if (length > longest) {
                longest = length;
                best = route;
            }
        }
        return Optional.ofNullable(best);
    }

    public Optional<Route> named(String name) {
        return table.stream().filter(route -> route.name().equals(name)).findFirst();
    }

    /** Logs the table, so that an operator sees what the door thinks its configuration says. */
    public void print() {
        table.forEach(route -> LOG.infof(
                "route %s: %s -> %s timeout=%s bodyLimit=%d streams=%s",
                route.name(),
                String.join(" ", route.prefixes()),
                route.upstreams(),
                route.timeout(),
                route.bodyLimit(),
                route.streams()));
    }

    private static Route route(String name, RouteConfig config, Clock clock) {
        require(name, !config.prefix().isEmpty(), "has no prefix");
        require(name, !config.upstreams().isEmpty(), "has no upstreams");
        require(name, !config.timeout().isNegative() && !config.timeout().isZero(), "needs a timeout above zero");
        List<String> prefixes = config.prefix().stream()
                .map(String::trim)
                .map(prefix -> prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix)
                .toList();
        prefixes.forEach(prefix -> require(name, routable(prefix), "must not have the prefix '" + prefix + "'"));
        config.upstreams().forEach(base -> require(name, isBase(base), "has a malformed upstream: " + base));
        List<Upstream> instances = config.upstreams().stream()
                .map(base -> new Upstream(base, clock))
                .toList();
        return new Route(
                name,
                prefixes,
                new Upstreams(instances),
                config.timeout(),
                config.bodyLimit().asLongValue(),
                config.streams());
    }

    /** Management and service-to-service paths can never be opened to the world, not even by configuration. */
    private static boolean routable(String prefix) {
        return prefix.matches("(/[A-Za-z0-9._~-]+)+")
                && !prefix.matches("/(internal|q)(/.*)?")
                && !prefix.matches(".*/\\.{1,2}(/.*)?");
    }

    private static boolean isBase(URI base) {
        Predicate<String> blank = text -> text == null || text.isEmpty() || text.equals("/");
        return "http".equals(base.getScheme())
                && base.getHost() != null
                && base.getUserInfo() == null
                && blank.test(base.getRawPath())
                && base.getRawQuery() == null;
    }

    private static void require(String name, boolean condition, String complaint) {
        if (!condition) {
            throw new IllegalStateException("tallybook.routes." + name + " " + complaint);
        }
    }

    private void requireDistinctPrefixes() {
        Map<String, Long> uses = table.stream()
                .flatMap(route -> route.prefixes().stream())
                .collect(java.util.stream.Collectors.groupingBy(
                        prefix -> prefix, java.util.stream.Collectors.counting()));
        uses.forEach((prefix, count) -> {
            if (count > 1) {
                throw new IllegalStateException("tallybook.routes: two routes have the prefix '" + prefix + "'");
            }
        });
    }
}
