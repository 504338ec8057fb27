package org.tallybook.gateway.signin;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tallybook.gateway.exchange.Answer;
import org.tallybook.gateway.exchange.AnswerRewrite;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.gateway.session.AuthPaths;
import org.tallybook.gateway.session.Cookies;
import org.tallybook.gateway.session.Credentials;

/**
 * Signing in with an account elsewhere. The browser that leaves for the provider gets a short-lived cookie, and only who
 * shows it comes back: an attacker cannot send a victim back into the attacker's account. That cookie is {@code Lax},
 * since the way back begins at the provider; the session's own may stay {@code Strict}.
 *
 * <p>auth-service answers the session to us, and the browser is sent on with its cookie. It is never shown a token.
 */
@Singleton
public final class ProviderSignIn implements Interceptor {

    private static final String BROWSER = "X-Browser";
    private static final String MODE = "X-Session-Mode";
    private static final int BYTES = 32;
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SecureRandom random = new SecureRandom();
    private final BrowserSession browser;
    private final Cookies cookies;

    ProviderSignIn(BrowserSession browser, Cookies cookies) {
        this.browser = browser;
        this.cookies = cookies;
    }

    @Override
    public void handle(Exchange exchange) {
        boolean program = exchange.get(Credentials.KEY).bearer().isPresent();
        if (exchange.request().method() == HttpMethod.GET && !program) {
            if (AuthPaths.leavesForProvider(exchange.path())) {
                leave(exchange);
            } else if (AuthPaths.returnsFromProvider(exchange.path())) {
                comeBack(exchange);
            }
        }
        exchange.next();
    }

    /** A browser that left twice keeps its cookie, so that both ways back are open. */
    private void leave(Exchange exchange) {
        String held = held(exchange);
        String value = held == null ? fresh() : held;
        exchange.forwarded().set(BROWSER, value);
        if (isPage(exchange) || "cookie".equals(exchange.header(MODE))) {
            exchange.forwarded().set(MODE, "cookie");
        }
        exchange.onHead(fields -> fields.add(HttpHeaders.SET_COOKIE, cookies.leaving(value)));
    }

    private void comeBack(Exchange exchange) {
        String held = held(exchange);
        if (held != null) {
            exchange.forwarded().set(BROWSER, held);
        }
        exchange.put(AnswerRewrite.KEY, answer -> rewrite(exchange, answer));
    }

    private Future<Answer> rewrite(Exchange exchange, Answer answer) {
        if (answer.status() != 200) {
            return Future.succeededFuture(answer);
        }
        JsonObject body = BrowserSession.parse(answer);
        String session = body.getString("session");
        return session == null
                ? Future.succeededFuture(answer)
                : browser.begin(exchange, session, body).map(kept -> sendOn(body.getString("returnTo")));
    }

    private static Answer sendOn(String path) {
        MultiMap fields = MultiMap.caseInsensitiveMultiMap().add(HttpHeaders.LOCATION, path);
        return new Answer(303, fields, Buffer.buffer());
    }

    private @Nullable String held(Exchange exchange) {
        List<String> fields = exchange.request().headers().getAll(HttpHeaders.COOKIE);
        List<String> values = cookies.values(fields, cookies.leavingName());
        return values.size() == 1 && VALUE.matcher(values.get(0)).matches() ? values.get(0) : null;
    }

    private static boolean isPage(Exchange exchange) {
        String accept = exchange.header(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    private String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
