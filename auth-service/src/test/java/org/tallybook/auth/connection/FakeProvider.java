package org.tallybook.auth.connection;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An OpenID and OAuth 2 provider on loopback. It has no memory but for which codes were used and how often each refresh
 * token was: what it answers stands in the code or token that it is shown, so a test scripts it by the code that it
 * brings back (see {@link Script}). It lies, hangs and breaks off when the script says so.
 */
public final class FakeProvider implements QuarkusTestResourceLifecycleManager {

    static final String CLIENT_ID = "tallybook-at-acme";
    static final String SECRET = "a secret that acme gave us, long enough for HS256";
    private static final int FIRST_PORT = 28310;

    private final Set<String> usedCodes = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> refreshes = new ConcurrentHashMap<>();
    private final FakeTokens tokens = new FakeTokens();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String base;

    @Override
    public Map<String, String> start() {
        server = listen();
        server.setExecutor(threads);
        base = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", this::serve);
        server.start();
        var config = new HashMap<String, String>();
        String secret = secretFile();
        for (String name : Set.of("acme", "wrong-issuer", "html", "huge", "slow", "down", "moved")) {
            config.put("tallybook.oauth." + name + ".issuer", name.equals("acme") ? base : base + "/" + name);
            config.put("tallybook.oauth." + name + ".client-id", CLIENT_ID);
            config.put("tallybook.oauth." + name + ".client-secret-file", secret);
        }
        config.put("tallybook.oauth.acme.label", "Acme");
        for (String name : Set.of("github", "spotify")) {
            config.put("tallybook.oauth." + name + ".client-id", CLIENT_ID);
            config.put("tallybook.oauth." + name + ".client-secret-file", secret);
            config.put("tallybook.oauth." + name + ".authorize-endpoint", base + "/" + name + "/authorize");
            config.put("tallybook.oauth." + name + ".token-endpoint", base + "/" + name + "/token");
            config.put("tallybook.oauth." + name + ".profile-endpoint", base + "/" + name + "/profile");
        }
        config.put("tallybook.oauth.github.emails-endpoint", base + "/github/emails");
        config.put("tallybook.provider-call.timeout", "1s");
        config.put("test.provider.url", base);
        return config;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static HttpServer listen() {
        for (int port = FIRST_PORT; port < FIRST_PORT + 50; port++) {
            try {
                return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            } catch (BindException taken) {
                // the next one
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        throw new IllegalStateException("no free port");
    }

    private static String secretFile() {
        try {
            Path file = Files.createTempFile("acme", ".secret");
            Files.writeString(file, SECRET + "\n");
            file.toFile().deleteOnExit();
            return file.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try {
            if (path.endsWith("/.well-known/openid-configuration")) {
                discovery(exchange, path);
            } else if (path.equals("/jwks")) {
                answer(exchange, 200, tokens.keySet());
            } else if (path.endsWith("/token")) {
                token(exchange);
            } else if (path.equals("/userinfo") || path.endsWith("/profile") || path.endsWith("/emails")) {
                profile(exchange, path);
            } else if (path.startsWith("/refreshes/")) {
                AtomicInteger count = refreshes.get(path.substring("/refreshes/".length()));
                answer(exchange, 200, String.valueOf(count == null ? 0 : count.get()));
            } else {
                answer(exchange, 404, "{}");
            }
        } catch (RuntimeException fault) {
            answer(exchange, 500, "{\"fault\":\"" + fault + "\"}");
        }
    }

    private void discovery(HttpExchange exchange, String path) throws IOException {
        String variant = path.replace("/.well-known/openid-configuration", "");
        switch (variant) {
            case "/html" -> answer(exchange, 200, "<!doctype html><title>Sign in</title>");
            case "/huge" -> answer(exchange, 200, "{\"x\":\"" + "x".repeat(3 << 20) + "\"}");
            case "/slow" -> hang(exchange);
            case "/down" -> answer(exchange, 500, "{}");
            case "/moved" -> {
                exchange.getResponseHeaders().set("Location", base + "/.well-known/openid-configuration");
                answer(exchange, 302, "");
            }
            default -> answer(exchange, 200, document(variant.isEmpty() ? base : base + "/somebody-else"));
        }
    }

    private String document(String issuer) {
        return new JsonObject()
                .put("issuer", issuer)
                .put("authorization_endpoint", base + "/authorize")
                .put("token_endpoint", base + "/token")
                .put("jwks_uri", base + "/jwks")
                .put("userinfo_endpoint", base + "/userinfo")
                .encode();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!isOurs(exchange, form)) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        if ("refresh_token".equals(form.get("grant_type"))) {
            refresh(exchange, Script.parse(form.get("refresh_token")));
            return;
        }
        Script script = Script.parse(form.get("code"));
        boolean right = "authorization_code".equals(form.get("grant_type"))
                && usedCodes.add(form.get("code"))
                && tokens.challenge(form.get("code_verifier")).equals(script.text("challenge"))
                && form.get("redirect_uri").endsWith("/callback");
        if (!right) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        grant(exchange, script);
    }

    private void grant(HttpExchange exchange, Script script) throws IOException {
        switch (script.text("lie", "")) {
            case "html" -> answer(exchange, 200, "<html>");
            case "array" -> answer(exchange, 200, "[]");
            case "huge" -> answer(exchange, 200, "{\"access_token\":\"" + "x".repeat(3 << 20) + "\"}");
            case "hang" -> hang(exchange);
            case "drip" -> drip(exchange);
            case "500" -> answer(exchange, 500, "{}");
            case "429" -> busy(exchange);
            case "error-200" -> answer(exchange, 200, "{\"error\":\"bad_verification_code\"}");
            case "not-a-client" -> answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            case "redirect" -> {
                exchange.getResponseHeaders().set("Location", base + "/token");
                answer(exchange, 307, "");
            }
            case "no-access-token" -> answer(exchange, 200, "{\"token_type\":\"Bearer\"}");
            default -> answer(exchange, 200, granted(script, true));
        }
    }

    private String granted(Script script, boolean withIdToken) {
        var answer = new JsonObject()
                .put("access_token", script.encoded())
                .put("token_type", "Bearer")
                .put("expires_in", 3600);
        if (script.text("refresh") != null) {
            answer.put("refresh_token", script.encoded());
        }
        if (script.text("scope") != null) {
            answer.put("scope", script.text("scope"));
        }
        if (withIdToken && !"no-id-token".equals(script.text("lie"))) {
            answer.put("id_token", tokens.idToken(base, script));
        }
        return answer.encode();
    }

    private void refresh(HttpExchange exchange, Script script) throws IOException {
        int count = refreshes
                .computeIfAbsent(script.text("sub"), key -> new AtomicInteger())
                .incrementAndGet();
        switch (script.text("refresh")) {
            case "revoked" -> answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            case "429" -> busy(exchange);
            case "500" -> answer(exchange, 503, "upstream");
            case "html" -> answer(exchange, 200, "<html>");
            case "hang" -> hang(exchange);
            case "keep" -> answer(exchange, 200, "{\"access_token\":\"" + script.encoded() + "\",\"expires_in\":60}");
            case "slow" -> {
                pause(600);
                answer(exchange, 200, granted(script.with("generation", count), false));
            }
            case "slow-once" -> {
                pause(count == 1 ? 10_000 : 0);
                answer(exchange, 200, granted(script.with("generation", count), false));
            }
            default -> answer(exchange, 200, granted(script.with("generation", count), false));
        }
    }

    private void profile(HttpExchange exchange, String path) throws IOException {
        String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!bearer.startsWith("Bearer ")) {
            answer(exchange, 401, "{}");
            return;
        }
        Script script = Script.parse(bearer.substring("Bearer ".length()));
        if ("profile-401".equals(script.text("lie"))) {
            answer(exchange, 401, "{}");
        } else if ("profile-html".equals(script.text("lie"))) {
            answer(exchange, 200, "<html>");
        } else if (path.endsWith("/emails")) {
            answer(
                    exchange,
                    200,
                    "[{\"email\":\"other@people.example\",\"primary\":false,\"verified\":true},{\"email\":\""
                            + script.text("email") + "\",\"primary\":true,\"verified\":"
                            + script.flag("email_verified") + "}]");
        } else {
            answer(exchange, 200, script.profile(path).encode());
        }
    }

    private static boolean isOurs(HttpExchange exchange, Map<String, String> form) {
        String basic = "Basic "
                + Base64.getEncoder().encodeToString((CLIENT_ID + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        return basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || (CLIENT_ID.equals(form.get("client_id")) && SECRET.equals(form.get("client_secret")));
    }

    private static void busy(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Retry-After", "77");
        answer(exchange, 429, "{}");
    }

    private static void hang(HttpExchange exchange) throws IOException {
        pause(4_000);
        exchange.close();
    }

    /** A byte now and then, so that only a bound on the whole call ends it. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < 20; i++) {
                body.write(' ');
                body.flush();
                pause(200);
            }
        } catch (IOException gone) {
            exchange.close();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> form(String body) {
        var fields = new HashMap<String, String>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
