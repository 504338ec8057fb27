package org.tallybook.gateway.session;

import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.GatewaySlugs;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.kit.problem.Rejected;

/**
 * Reads the credentials and refuses two at once: whichever we chose, an attacker could make the other one count
 * somewhere else. Nothing is executed for such a request.
 */
@Singleton
public final class CredentialReader implements Interceptor {

    /** What auth-service issues, with room; anything else cannot be a session and is not asked about. */
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9_-]{16,128}");

    private final Cookies cookies;

    CredentialReader(Cookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public void handle(Exchange exchange) {
        List<String> fields = exchange.request().headers().getAll(HttpHeaders.COOKIE);
        List<String> sessions = cookies.values(fields, cookies.sessionName());
        List<String> visitors = cookies.values(fields, cookies.visitorName());
        List<String> bearers = exchange.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (sessions.size() + bearers.size() > 1 || visitors.size() > 1) {
            throw Rejected.because(GatewaySlugs.AMBIGUOUS_CREDENTIALS);
        }
        exchange.put(
                Credentials.KEY,
                new Credentials(opaque(sessions), bearers.stream().findFirst(), opaque(visitors)));
        exchange.next();
    }

    private static Optional<String> opaque(List<String> values) {
        return values.stream().filter(value -> OPAQUE.matcher(value).matches()).findFirst();
    }
}
