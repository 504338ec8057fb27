package org.tallybook.gateway.route;

import java.time.Duration;
import java.util.List;
import org.tallybook.gateway.exchange.Key;

/**
 * Where requests of some prefixes go.
 *
 * @param name as in the configuration
 * @param prefixes absolute paths, none ending in a slash
 * @param upstreams the instances
 * @param timeout until an answer begins
 * @param bodyLimit bytes of a request body
 * @param streams whether answers may stay open without end
 */
public record Route(
        String name, List<String> prefixes, Upstreams upstreams, Duration timeout, long bodyLimit, boolean streams) {

    /** Left by {@link Routing} for whoever comes later. */
    public static final Key<Route> KEY = Key.named("route");

    /** The length of the longest prefix that matches, or -1. */
    int match(String path) {
        int longest = -1;
        for (String prefix : prefixes) {
            if (prefix.length() > longest && covers(prefix, path)) {
                longest = prefix.length();
            }
        }
        return longest;
    }

    private static boolean covers(String prefix, String path) {
        if (!path.startsWith(prefix)) {
            return false;
        }
        return path.length() == prefix.length() || "/:".indexOf(path.charAt(prefix.length())) >= 0;
    }
}
