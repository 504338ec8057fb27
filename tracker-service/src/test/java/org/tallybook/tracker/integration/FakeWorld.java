package org.tallybook.tracker.integration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * auth-service and two providers on loopback. What a user's link and player are like, a test tells by {@code PUT
 * /script/<user>}; what they were asked, it reads at {@code GET /calls/<user>}. They lie, hang and break off when told to.
 */
public final class FakeWorld implements QuarkusTestResourceLifecycleManager {

    private static final int FIRST_PORT = 28410;
    private static final String KEY =
            Base64.getEncoder().encodeToString("the secret of the tests, 32 bytes".getBytes(StandardCharsets.UTF_8));

    private final Map<String, JsonObject> scripts = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> calls = new ConcurrentHashMap<>();
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
        return Map.of(
                "tallybook.auth.url",
                base,
                "tallybook.auth.internal-secret-file",
                secretFile(),
                "tallybook.listening.spotify.url",
                base,
                "tallybook.integration.timeout",
                "1s",
                "tallybook.integration.largest-answer",
                "200000",
                "test.world.url",
                base);
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
            Path file = Files.createTempFile("internal", ".secret");
            Files.writeString(file, KEY + "\n");
            file.toFile().deleteOnExit();
            return file.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (path.startsWith("/script/")) {
                scripts.put(path.substring("/script/".length()), new JsonObject(body));
                answer(exchange, 204, "");
            } else if (path.startsWith("/calls/")) {
                answer(exchange, 200, calls(path.substring("/calls/".length())).encode());
            } else if (path.equals("/internal/v1/connections/token")) {
                token(exchange, new JsonObject(body));
            } else if (path.equals("/api/v1/auth/oauth")) {
                answer(exchange, 200, "{\"items\":[{\"name\":\"acme\"},{\"name\":\"spotify\"}],\"nextCursor\":null}");
            } else {
                player(exchange, path);
            }
        } catch (RuntimeException fault) {
            answer(exchange, 500, "{\"fault\":\"" + fault + "\"}");
        }
    }

    private JsonObject calls(String user) {
        return calls.computeIfAbsent(user, none -> new JsonObject());
    }

    private synchronized int count(String user, String what) {
        int next = calls(user).getInteger(what, 0) + 1;
        calls(user).put(what, next);
        return next;
    }

    private JsonObject script(String user) {
        return scripts.getOrDefault(user, new JsonObject().put("link", "connection-missing"));
    }

    private void token(HttpExchange exchange, JsonObject wanted) throws IOException {
        String user = wanted.getString("userId");
        if (!KEY.equals(exchange.getRequestHeaders().getFirst("X-Internal-Key"))) {
            problem(exchange, 403, "forbidden");
            return;
        }
        count(user, "tokens");
        calls(user).put("scope", wanted.getString("scope")).put("provider", wanted.getString("provider"));
        int renewals = wanted.getBoolean("renew")
                ? count(user, "renewals")
                : calls(user).getInteger("renewals", 0);
        String link = script(user).getString("link", "ok");
        switch (link) {
            case "ok" ->
                answer(exchange, 200, "{\"accessToken\":\"" + user + "." + renewals + "\",\"expiresIn\":3000}");
            case "html" -> answer(exchange, 200, "<html>");
            case "hang" -> hang(exchange);
            case "500" -> problem(exchange, 500, "internal-error");
            case "not-found" -> problem(exchange, 404, "not-found");
            case "account-locked" -> problem(exchange, 403, "account-locked");
            case "provider-unavailable" -> {
                exchange.getResponseHeaders().set("Retry-After", "91");
                problem(exchange, 503, "provider-unavailable");
            }
            default -> problem(exchange, 409, link);
        }
    }

    private void player(HttpExchange exchange, String path) throws IOException {
        String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (path.equals("/elsewhere")) {
            count("elsewhere", "calls");
            answer(exchange, 200, "{\"items\":[]}");
            return;
        }
        if (!bearer.matches("Bearer [0-9a-f-]{36}\\.\\d+")) {
            answer(exchange, 401, "{}");
            return;
        }
        String user = bearer.substring("Bearer ".length(), bearer.indexOf('.'));
        boolean renewed = !bearer.endsWith(".0");
        count(user, "player");
        String lie = script(user).getString("player", "ok");
        switch (lie) {
            case "401-once" -> {
                if (renewed) {
                    plays(exchange, path, user);
                } else {
                    answer(exchange, 401, "{\"error\":{\"status\":401}}");
                }
            }
            case "401", "403", "404", "500", "503" -> answer(exchange, Integer.parseInt(lie), "{}");
            case "429" -> {
                exchange.getResponseHeaders().set("Retry-After", "77");
                answer(exchange, 429, "{}");
            }
            case "html" -> answer(exchange, 200, "<!doctype html><title>Sign in</title>");
            case "array" -> answer(exchange, 200, "[]");
            case "no-items" -> answer(exchange, 200, "{\"items\":7}");
            case "huge" -> answer(exchange, 200, "{\"items\":[],\"x\":\"" + "x".repeat(3 << 20) + "\"}");
            case "hang" -> hang(exchange);
            case "drip" -> drip(exchange);
            case "redirect" -> {
                exchange.getResponseHeaders().set("Location", base + "/elsewhere");
                answer(exchange, 302, "");
            }
            default -> plays(exchange, path, user);
        }
    }

    private void plays(HttpExchange exchange, String path, String user) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (path.equals("/v1/me/player/recently-played")) {
            spotify(exchange, user, Long.parseLong(query.replaceAll(".*after=(\\d+).*", "$1")));
        } else {
            radio(exchange, user, Long.parseLong(query.replaceAll(".*since=(\\d+).*", "$1")));
        }
    }

    /** The oldest fifty after an instant, the newest of them first, as in Spotify's documentation. */
    private void spotify(HttpExchange exchange, String user, long after) throws IOException {
        List<JsonObject> page = after(user, after).limit(50).toList();
        JsonArray items = new JsonArray();
        page.stream().sorted(Comparator.comparing(FakeWorld::at).reversed()).forEach(play -> items.add(item(play)));
        script(user).getJsonArray("junk", new JsonArray()).forEach(items::add);
        JsonObject answer = new JsonObject().put("items", items).put("limit", 50);
        if (!page.isEmpty()) {
            String newest = String.valueOf(at(page.get(page.size() - 1)));
            answer.put("cursors", new JsonObject().put("after", newest).put("before", "0"));
            answer.put("next", "https://somewhere.invalid/v1/me/player/recently-played?after=" + newest);
        }
        answer(exchange, 200, answer.encode());
    }

    private java.util.stream.Stream<JsonObject> after(String user, long after) {
        boolean all = script(user).getBoolean("ignoresAfter", false);
        return script(user).getJsonArray("plays", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .filter(play -> all || at(play) > after)
                .sorted(Comparator.comparing(FakeWorld::at));
    }

    private static long at(JsonObject play) {
        return Instant.parse(play.getString("at")).toEpochMilli();
    }

    private static JsonObject item(JsonObject play) {
        return new JsonObject()
                .put("played_at", play.getString("at"))
                .put("track", new JsonObject().put("name", "secret song").put("duration_ms", play.getLong("ms")))
                .putNull("context");
    }

    /** A provider of another making: seconds, an object, all at once. */
    private void radio(HttpExchange exchange, String user, long since) throws IOException {
        JsonArray heard = new JsonArray();
        after(user, since * 1000)
                .forEach(play -> heard.add(
                        new JsonObject().put("ended", at(play) / 1000).put("seconds", play.getLong("ms") / 1000)));
        answer(exchange, 200, new JsonObject().put("heard", heard).encode());
    }

    private static void hang(HttpExchange exchange) {
        pause(3_000);
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

    private static void problem(HttpExchange exchange, int status, String slug) throws IOException {
        answer(
                exchange,
                status,
                "{\"type\":\"https://tallybook.org/problems/" + slug + "\",\"status\":" + status + "}");
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
