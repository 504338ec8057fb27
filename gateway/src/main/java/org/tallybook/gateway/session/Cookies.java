package org.tallybook.gateway.session;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tallybook.gateway.session.SessionConfig.SameSite;

/**
 * Reads and writes our three cookies (rfc6265bis): the session's, the one that a CSRF token of a visitor who is not
 * signed in is bound to, and the one by which a browser that left for a provider is recognised when it comes back. The {@code __Host-} prefix makes a browser refuse them from a sibling host or over plain HTTP.
 */
@Singleton
public final class Cookies {

    private static final Logger LOG = Logger.getLogger(Cookies.class);

    /** As long as auth-service remembers who left. */
    private static final Duration AWAY = Duration.ofMinutes(10);

    private final boolean insecure;
    private final String attributes;

    Cookies(SessionConfig config) {
        this.insecure = config.insecureCookies();
        this.attributes = "; Path=/; HttpOnly" + (insecure ? "" : "; Secure") + "; SameSite="
                + config.sameSite().attribute() + (config.sameSite() == SameSite.NONE ? "; Partitioned" : "");
        if (insecure && config.sameSite() == SameSite.NONE) {
            throw new IllegalStateException(
                    "TALLYBOOK_COOKIE_SAME_SITE=None needs secure cookies; unset TALLYBOOK_COOKIE_INSECURE.");
        }
        if (insecure) {
            LOG.warn(
                    "TALLYBOOK_COOKIE_INSECURE is on: session cookies travel over plain HTTP, and whoever can listen on"
                            + " the network can take over sessions. Use it on this machine or a trusted LAN only.");
        }
    }

    public String sessionName() {
        return insecure ? "sid" : "__Host-sid";
    }

    public String visitorName() {
        return insecure ? "visitor" : "__Host-visitor";
    }

    public String leavingName() {
        return insecure ? "leaving" : "__Host-leaving";
    }

    /** Every value of a cookie, over all {@code Cookie} fields; more than one means somebody planted another. */
    public List<String> values(List<String> fields, String name) {
        List<String> found = new ArrayList<>(1);
        for (String field : fields) {
            for (String pair : field.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0 && pair.substring(0, equals).trim().equals(name)) {
                    found.add(pair.substring(equals + 1).trim());
                }
            }
        }
        return found;
    }

    /** @param lifetime absent for a cookie that ends with the browser */
    public String session(String value, Optional<Duration> lifetime) {
        return sessionName() + "=" + value
                + lifetime.map(time -> "; Max-Age=" + time.toSeconds()).orElse("")
                + attributes;
    }

    public String visitor(String value) {
        return visitorName() + "=" + value + attributes;
    }

    /** Lax whatever the others are: a strict one would not come back from the provider's page. */
    public String leaving(String value) {
        return leavingName() + "=" + value + "; Max-Age=" + AWAY.toSeconds() + "; Path=/; HttpOnly"
                + (insecure ? "" : "; Secure") + "; SameSite=Lax";
    }

    public String clearSession() {
        return sessionName() + "=; Max-Age=0" + attributes;
    }

    public String clearVisitor() {
        return visitorName() + "=; Max-Age=0" + attributes;
    }
}
