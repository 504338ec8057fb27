package org.tallybook.gateway.fake;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Follows the internal contract of auth-service, with sessions in memory and tokens that are just names. */
public final class FakeAuth implements Handler<HttpServerRequest> {

    public final Queue<String> seen = new ConcurrentLinkedQueue<>();
    public final AtomicInteger exchanges = new AtomicInteger();
    public volatile boolean failing;
    public volatile String lastToken = "";
    public volatile String browser = "";
    public volatile String browserMode = "";
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> personalTokens = new ConcurrentHashMap<>();

    /** A session that auth-service knows and the gateway has never seen. */
    public String openSession() {
        String session = "session-" + UUID.randomUUID();
        sessions.put(session, UUID.randomUUID().toString());
        return session;
    }

    /** A personal access token that auth-service knows and the gateway has never seen. */
    public String makePersonalToken() {
        String digits = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        String token = "tb_pat_" + digits.substring(0, 49);
        personalTokens.put(token, UUID.randomUUID().toString());
        return token;
    }

    public void deletePersonalToken(String token) {
        personalTokens.remove(token);
    }

    public void endSession(String session) {
        sessions.remove(session);
    }

    public long seen(String part) {
        return seen.stream().filter(target -> target.contains(part)).count();
    }

    @Override
    public void handle(HttpServerRequest request) {
        seen.add(request.method() + " " + request.path());
        request.bodyHandler(body -> answer(request, body));
    }

    private void answer(HttpServerRequest request, Buffer body) {
        switch (request.path()) {
            case "/internal/v1/sessions/exchange" ->
                exchange(request, sessions, body.toJsonObject().getString("session"));
            case "/internal/v1/tokens/exchange" ->
                exchange(request, personalTokens, body.toJsonObject().getString("token"));
            case "/api/v1/auth/login" -> login(request, body.toJsonObject());
            case "/api/v1/auth/login/mfa", "/api/v1/auth/login/mfa/passkey", "/api/v1/auth/login/passkey" ->
                signIn(request, body.toJsonObject());
            case "/api/v1/auth/login/passkey/options" ->
                json(request, 200, new JsonObject().put("challenge", "c").put("rpId", "localhost"));
            case "/api/v1/auth/logout" -> logout(request);
            case "/api/v1/auth/oauth/acme/authorize" -> leave(request);
            case "/api/v1/auth/oauth/acme/callback" -> comeBack(request);
            case "/api/v1/auth/me" -> me(request);
            case "/q/openapi" ->
                json(
                        request,
                        200,
                        new JsonObject()
                                .put(
                                        "paths",
                                        new JsonObject()
                                                .put(
                                                        "/api/v1/auth/me",
                                                        new JsonObject().put("get", new JsonObject()))));
            default -> json(request, 202, new JsonObject());
        }
    }

    private void exchange(HttpServerRequest request, Map<String, String> known, String secret) {
        exchanges.incrementAndGet();
        if (failing
                || !"aW50ZXJuYWwtc2VjcmV0LW9mLXRlc3RzLW9ubHktMDAwMQ==".equals(request.getHeader("X-Internal-Key"))) {
            json(request, 500, new JsonObject());
        } else if (known.containsKey(secret)) {
            // Slow enough for many requests to meet in one exchange.
            Vertx.currentContext().owner().setTimer(100, timer -> json(request, 200, token(known, secret)));
        } else {
            json(request, 401, new JsonObject().put("type", "https://tallybook.org/problems/session-invalid"));
        }
    }

    private JsonObject token(Map<String, String> known, String secret) {
        lastToken = "token-" + UUID.randomUUID() + (known == sessions ? "@" + secret : "");
        return new JsonObject()
                .put("accessToken", lastToken)
                .put("expiresIn", 300)
                .put("sessionId", "id-of-" + secret)
                .put("userId", known.get(secret));
    }

    private void login(HttpServerRequest request, JsonObject credentials) {
        if (!"right".equals(credentials.getString("password"))) {
            json(request, 401, new JsonObject().put("type", "https://tallybook.org/problems/invalid-credentials"));
            return;
        }
        if ("careful".equals(credentials.getString("login"))) {
            json(
                    request,
                    401,
                    new JsonObject()
                            .put("type", "https://tallybook.org/problems/mfa-required")
                            .put("mfaToken", "m"));
            return;
        }
        signIn(request, credentials);
    }

    private void signIn(HttpServerRequest request, JsonObject credentials) {
        boolean cookie = "cookie".equals(request.getHeader("X-Session-Mode"));
        String session = openSession();
        JsonObject answer = token(sessions, session)
                .put("user", new JsonObject().put("id", sessions.get(session)).put("username", "ada"));
        if (cookie) {
            answer.put("session", session)
                    .put("sessionExpiresIn", 2_592_000)
                    .put("persistent", credentials.getBoolean("remember", false));
        } else {
            answer.put("refreshToken", "refresh").put("tokenType", "Bearer");
        }
        json(request, 200, answer);
    }

    private void leave(HttpServerRequest request) {
        browser = String.valueOf(request.getHeader("X-Browser"));
        browserMode = String.valueOf(request.getHeader("X-Session-Mode"));
        request.response()
                .setStatusCode(302)
                .putHeader("Location", "https://acme.example/authorize")
                .end();
    }

    private void comeBack(HttpServerRequest request) {
        if (!browser.equals(request.getHeader("X-Browser")) || request.getHeader("Authorization") != null) {
            json(request, 400, new JsonObject().put("type", "https://tallybook.org/problems/provider-sign-in-invalid"));
            return;
        }
        String session = openSession();
        json(
                request,
                200,
                token(sessions, session)
                        .put("session", session)
                        .put("sessionExpiresIn", 2_592_000)
                        .put("persistent", false)
                        .put("user", new JsonObject().put("id", sessions.get(session)))
                        .put("returnTo", "/trackers?x=1"));
    }

    private void logout(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization == null) {
            json(request, 401, new JsonObject());
            return;
        }
        sessions.remove(authorization.substring(authorization.indexOf('@') + 1));
        request.response().setStatusCode(204).end();
    }

    private void me(HttpServerRequest request) {
        String authorization = String.valueOf(request.getHeader("Authorization"));
        String session = authorization.substring(authorization.indexOf('@') + 1);
        if (sessions.containsKey(session)) {
            json(request, 200, new JsonObject().put("id", sessions.get(session)));
        } else {
            json(request, 401, new JsonObject());
        }
    }

    private static void json(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.toBuffer());
    }
}
