package org.tallybook.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Fields that concern one connection only (RFC 9110, section 7.6.1), the ones named in {@code Connection} among them.
 * {@code Expect} is one of ours: the door has answered 100 itself before it asks the upstream.
 */
final class HopByHop {

    private static final Set<String> NAMES = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-authentication-info",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect");

    private HopByHop() {}

    /** Copies the end-to-end fields, in order and with all their values. */
    static void copyEndToEnd(MultiMap from, MultiMap to) {
        Set<String> named = namedInConnection(from.getAll(HttpHeaders.CONNECTION));
        for (Map.Entry<String, String> field : from) {
            String name = field.getKey().toLowerCase(Locale.ROOT);
            if (!name.startsWith(":") && !NAMES.contains(name) && !named.contains(name)) {
                to.add(field.getKey(), field.getValue());
            }
        }
    }

    private static Set<String> namedInConnection(List<String> fields) {
        if (fields.isEmpty()) {
            return Set.of();
        }
        Set<String> named = new HashSet<>();
        for (String field : fields) {
            for (String option : field.split(",", -1)) {
                named.add(option.trim().toLowerCase(Locale.ROOT));
            }
        }
        return named;
    }
}
