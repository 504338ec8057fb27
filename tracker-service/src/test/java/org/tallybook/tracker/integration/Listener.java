package org.tallybook.tracker.integration;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tallybook.tracker.event.TestDatabase;

/** A user with an account at a provider of {@link FakeWorld}, who wants it to feed a tracker. */
final class Listener {

    static final String PATH = "/api/v1/integrations";

    private final UUID user;
    private final String kind;
    private final Supplier<RequestSpecification> request;
    private final JsonObject script = new JsonObject().put("plays", new JsonArray());

    Listener(UUID user, String kind, Supplier<RequestSpecification> request) {
        this.user = user;
        this.kind = kind;
        this.request = request;
        tell();
    }

    private static String world() {
        return ConfigProvider.getConfig().getValue("test.world.url", String.class);
    }

    private void tell() {
        given().body(script.encode()).put(world() + "/script/" + user).then().statusCode(204);
    }

    Listener with(String field, Object value) {
        script.put(field, value);
        tell();
        return this;
    }

    Listener plays(String at, long milliseconds) {
        script.getJsonArray("plays").add(new JsonObject().put("at", at).put("ms", milliseconds));
        tell();
        return this;
    }

    int calls(String what) {
        Integer count = given().get(world() + "/calls/" + user).path(what);
        return count == null ? 0 : count;
    }

    String asked(String what) {
        return given().get(world() + "/calls/" + user).path(what);
    }

    static int elsewhere() {
        Integer count = given().get(world() + "/calls/elsewhere").path("calls");
        return count == null ? 0 : count;
    }

    Response optIn(String body) {
        return request.get().body(body).put(PATH + "/" + kind);
    }

    Response optOut() {
        return request.get().delete(PATH + "/" + kind);
    }

    /** The entry of the list. */
    String shown(String field) {
        return request.get().get(PATH).path("items.find { it.kind == '" + kind + "' }." + field);
    }

    /** Opts in with a new tracker, as if that had been a while ago, and returns the tracker's id. */
    String optedInSince(String since) {
        Response answer = optIn("{}");
        answer.then().statusCode(201);
        settled(0);
        update("UPDATE integration SET since = ?::timestamptz, heard_until = ?::timestamptz", since, since);
        return answer.path("trackerId");
    }

    /** Waits for one whole run that begins from now on. */
    void run() {
        int before = number("run");
        update("UPDATE integration SET next_run_at = now() - interval '1 second'");
        settled(before);
    }

    private void settled(int before) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> number("CASE WHEN leased_until IS NULL THEN run ELSE -1 END") > before);
    }

    /** Keeps the tick away: the test runs what it wants to see by itself. */
    void rest() {
        update("UPDATE integration SET next_run_at = now() + interval '1 day'");
    }

    void dueIn(String interval) {
        update("UPDATE integration SET next_run_at = now() + interval '" + interval + "'");
    }

    int number(String column) {
        try (Connection connection = TestDatabase.connect();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT " + column + " FROM integration WHERE user_id = ? AND kind = ?")) {
            query.setObject(1, user);
            query.setString(2, kind);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getInt(1) : -1;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How long it is until the next run. */
    Duration pause() {
        return Duration.between(Instant.parse(this.shown("lastRunAt")), Instant.parse(shown("nextRunAt")));
    }

    private void update(String statement, String... parameters) {
        try (Connection connection = TestDatabase.connect();
                PreparedStatement update = connection.prepareStatement(statement + " WHERE user_id = ? AND kind = ?")) {
            int next = 1;
            for (String parameter : parameters) {
                update.setString(next++, parameter);
            }
            update.setObject(next++, user);
            update.setString(next, kind);
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
