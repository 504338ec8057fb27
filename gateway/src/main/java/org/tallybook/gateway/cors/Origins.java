package org.tallybook.gateway.cors;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tallybook.gateway.guard.DoorConfig;

/**
 * Our own origin and the ones that were allowed, compared byte for byte as the Fetch standard does.
 *
 * <p>The list is checked when the gateway starts. With credentials a wildcard or a pattern is an invitation, so there is
 * no way to configure one.
 */
@Singleton
public final class Origins {

    private static final Pattern EXACT =
            Pattern.compile("https?://(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:]+\\])(?::[1-9][0-9]{0,4})?");
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> own;
    private final Set<String> allowed;

    Origins(CorsConfig config, DoorConfig door) {
        this.allowed = Set.copyOf(config.origins().orElse(List.of()).stream()
                .map(String::trim)
                .filter(origin -> !origin.isEmpty())
                .map(Origins::requireExact)
                .toList());
        this.own = ownOrigins(door.publicUrl());
    }

    /** Whether a page of this origin is ours. */
    public boolean isOwn(@Nullable String origin) {
        return origin != null && own.contains(origin);
    }

    /** Whether a page of this foreign origin may call us with the user's credentials. */
    public boolean isAllowed(@Nullable String origin) {
        return origin != null && allowed.contains(origin);
    }

    private static String requireExact(String origin) {
        if (!EXACT.matcher(origin).matches() || hasDefaultPort(origin)) {
            throw new IllegalStateException("TALLYBOOK_CORS_ORIGINS: '" + origin
                    + "' is not an exact origin. Write scheme://host[:port] in lower case, without a default port, a path,"
                    + " a wildcard or a pattern; 'null' cannot be allowed.");
        }
        return origin;
    }

    /** Browsers never send one, so an origin written with it would silently match nothing. */
    private static boolean hasDefaultPort(String origin) {
        return (origin.startsWith("http://") && origin.endsWith(":80"))
                || (origin.startsWith("https://") && origin.endsWith(":443"));
    }

    /** On a loopback address all spellings of this machine are the same place for the person in front of it. */
    private static Set<String> ownOrigins(URI publicUrl) {
        String scheme = String.valueOf(publicUrl.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(publicUrl.getHost()).toLowerCase(Locale.ROOT);
        int port = publicUrl.getPort();
        boolean defaultPort =
                port < 0 || (scheme.equals("http") && port == 80) || (scheme.equals("https") && port == 443);
        String suffix = defaultPort ? "" : ":" + port;
        Set<String> all = new HashSet<>();
        all.add(scheme + "://" + host + suffix);
        if (LOOPBACK.contains(host)) {
            LOOPBACK.forEach(name -> all.add(scheme + "://" + name + suffix));
        }
        return Set.copyOf(all);
    }
}
