package org.tallybook.gateway.guard;

import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.GatewaySlugs;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * Refuses targets that an upstream could resolve to another resource than the one we route by. The target goes to the
 * upstream byte for byte, so a path that has one reading only is the whole defence; no path of ours needs the others.
 * Nor may one resource have two spellings that an upstream takes for the same: a second spelling of the login would be
 * a login without its limit.
 */
@Singleton
public final class PathGuard implements Interceptor {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    /** Escapes of control characters, '.', '/', ';', '\', '%' itself, and the lead bytes of overlong UTF-8. */
    private static final Pattern ESCAPED_AMBIGUITY =
            Pattern.compile("%(?:[01][0-9a-f]|2[e5f]|3b|5c|7f|c[01]|f[5-9a-f]|e0%[89]|f0%8)");

    /** Letters, digits, '-', '_' and '~' stand for themselves (RFC 3986, section 6.2.2.2). */
    private static final Pattern ESCAPED_PLAIN_CHARACTER =
            Pattern.compile("%(?:2d|3\\d|4[1-9a-f]|5[\\daf]|6[1-9a-f]|7[\\dae])");

    private static final String SERVICES = "/api/";
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-f]{2})");
    private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.{1,2}(?:/|$)");

    @Override
    public void handle(Exchange exchange) {
        if (!METHODS.contains(exchange.request().method())) {
            throw Rejected.because(KitSlugs.METHOD_NOT_ALLOWED);
        }
        if (!printable(exchange.request().uri()) || ambiguous(exchange.path())) {
            throw Rejected.because(GatewaySlugs.AMBIGUOUS_PATH);
        }
        exchange.next();
    }

    private static boolean printable(String target) {
        return target.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '#');
    }

    static boolean ambiguous(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return !lower.startsWith("/")
                || lower.contains("//")
                || lower.indexOf(';') >= 0
                || lower.indexOf('\\') >= 0
                || DOT_SEGMENT.matcher(lower).find()
                || BROKEN_ESCAPE.matcher(lower).find()
                || ESCAPED_AMBIGUITY.matcher(lower).find()
                || ESCAPED_PLAIN_CHARACTER.matcher(lower).find()
                || (lower.startsWith(SERVICES) && lower.endsWith("/"));
    }
}
