package org.tallybook.tracker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tallybook.kit.test.token.TestTokens;
import org.tallybook.kit.token.Revocations;
import org.tallybook.tracker.ServiceIT;

/**
 * Every operation for the owner, another user, an administrator, a locked user, nobody, an expired token, and tokens
 * with its scope and with every scope but its own.
 */
@QuarkusTest
class AccessMatrixIT extends ServiceIT {

    private static final List<String> SCOPES =
            List.of("trackers:read", "trackers:write", "logs:read", "logs:write", "reports:read");

    @Inject
    Revocations revocations;

    /**
     * @param path with {@code T}, {@code L} and {@code E} in place of the ids
     * @param body with {@code @T} in place of the tracker's id
     * @param own what the owner is answered
     * @param foreign what another user is answered: 404, or his own empty list
     */
    private record Operation(String method, String path, String body, String scope, int own, int foreign) {

        Operation about(String tracker) {
            return new Operation(method, path, body.replace("@T", tracker), scope, own, foreign);
        }

        String template() {
            return method + " "
                    + path.replace("/T", "/{id}")
                            .replace("{id}/logs", "{trackerId}/logs")
                            .replace("/L", "/{logId}")
                            .replace("/E", "/{id}")
                            .replace("integrations/spotify", "integrations/{kind}");
        }
    }

    private static final String ORDER = "/api/v1/trackers/order";
    private static final String EMOTIONS = "/api/v1/emotions";
    private static final String ID = "/api/v1/trackers/T";
    private static final String LOG = ID + "/logs/L";
    private static final List<Operation> OPERATIONS = List.of(
            new Operation("GET", "/api/v1/trackers", "", "trackers:read", 200, 200),
            new Operation("POST", "/api/v1/trackers", "{\"name\":\"N\",\"type\":\"NOTE\"}", "trackers:write", 201, 201),
            new Operation("PUT", ORDER, "{\"ids\":[\"@T\"]}", "trackers:write", 204, 400),
            new Operation("GET", ID, "", "trackers:read", 200, 404),
            new Operation("PUT", ID, "{\"name\":\"A\"}", "trackers:write", 200, 404),
            new Operation("PATCH", ID, "{\"name\":\"B\"}", "trackers:write", 200, 404),
            new Operation("GET", ID + "/logs", "", "logs:read", 200, 404),
            new Operation("POST", ID + "/logs", "{\"value\":\"x\"}", "logs:write", 201, 404),
            new Operation("GET", LOG, "", "logs:read", 200, 404),
            new Operation("PUT", LOG, "{\"value\":\"y\"}", "logs:write", 200, 404),
            new Operation("PATCH", LOG, "{\"value\":\"z\"}", "logs:write", 200, 404),
            new Operation("GET", "/api/v1/logs", "", "trackers:read", 200, 200),
            new Operation("GET", EMOTIONS, "", "logs:read", 200, 200),
            new Operation("POST", EMOTIONS, "{\"name\":\"Dreamy\"}", "trackers:write", 201, 201),
            new Operation("GET", EMOTIONS + "/E", "", "logs:read", 200, 404),
            new Operation("PUT", EMOTIONS + "/E", "{\"name\":\"Calmer\"}", "trackers:write", 200, 404),
            new Operation("PATCH", EMOTIONS + "/E", "{\"name\":\"Calmest\"}", "trackers:write", 200, 404),
            new Operation("DELETE", EMOTIONS + "/E", "", "trackers:write", 204, 404),
            new Operation("GET", "/api/v1/integrations", "", "trackers:read", 200, 200),
            new Operation("PUT", "/api/v1/integrations/spotify", "{}", "trackers:write", 409, 409),
            new Operation("DELETE", "/api/v1/integrations/spotify", "", "trackers:write", 404, 404),
            new Operation("GET", "/api/v1/logs/trash", "", "logs:read", 200, 200),
            new Operation("POST", "/api/v1/logs/trash/L/restore", "", "logs:write", 200, 404),
            new Operation("GET", "/api/v1/trackers/trash", "", "trackers:read", 200, 200),
            new Operation("POST", "/api/v1/trackers/trash/T/restore", "", "trackers:write", 200, 404),
            new Operation("DELETE", LOG, "", "logs:write", 204, 404),
            new Operation("DELETE", ID, "", "trackers:write", 204, 404));

    @TestFactory
    List<DynamicTest> everyOperationKnowsItsOwner() {
        return OPERATIONS.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.template(), () -> check(operation)))
                .toList();
    }

    private void check(Operation pattern) {
        UUID owner = UUID.randomUUID();
        String tracker = as(owner).body(note("Mine")).post("/api/v1/trackers").path("id");
        String log = as(owner).body("{\"value\":\"mine\"}").post(logs(tracker)).path("id");
        String emotion = as(owner).body("{\"name\":\"Mine\"}").post(EMOTIONS).path("id");
        Operation operation = pattern.about(tracker);
        String path = operation
                .path()
                .replace("/T", "/" + tracker)
                .replace("/L", "/" + log)
                .replace("/E", "/" + emotion);

        refused(send(anonymous(), operation, path), 401, "unauthenticated");
        refused(send(as(TestTokens.user(owner).expired()), operation, path), 401, "unauthenticated");
        refused(send(as(locked()), operation, path), 401, "unauthenticated");
        String others = everyScopeBut(operation) + " logs:write:" + UUID.randomUUID();
        refused(send(as(TestTokens.user(owner).scope(others)), operation, path), 403, "insufficient-scope");
        refused(send(as(TestTokens.user(stranger).scope(others)), operation, path), 403, "insufficient-scope");
        checkForeigner(TestTokens.user(stranger), operation, path);
        checkForeigner(TestTokens.user(UUID.randomUUID()).with("groups", List.of("user", "admin")), operation, path);
        as(owner).get("/api/v1/trackers/" + tracker).then().statusCode(200).body("name", equalTo("Mine"));
        as(owner).get(logs(tracker) + "/" + log).then().statusCode(200).body("value", equalTo("mine"));
        send(as(TestTokens.user(owner).scope("x " + operation.scope())), operation, path)
                .then()
                .statusCode(operation.own());
    }

    /** Whoever it is, an administrator too, sees and changes nothing of the owner's. */
    private void checkForeigner(TestTokens token, Operation operation, String path) {
        Response foreign = send(as(token), operation, path);
        assertThat(foreign.statusCode()).isEqualTo(operation.foreign());
        assertThat(foreign.asString()).doesNotContain("Mine", "mine");
    }

    /** Locked by an administrator a moment ago, with a token that has not expired. */
    private TestTokens locked() {
        UUID user = UUID.randomUUID();
        TestTokens token = TestTokens.user(user);
        as(token).get("/api/v1/trackers").then().statusCode(200);
        revocations.revokeUser(user, Instant.now()).await().indefinitely();
        return token;
    }

    /** Reading trackers includes reading their logs. */
    private static String everyScopeBut(Operation operation) {
        return SCOPES.stream()
                .filter(scope -> !scope.equals(operation.scope()))
                .filter(scope -> !(operation.scope().equals("logs:read") && scope.equals("trackers:read")))
                .filter(scope -> !(operation.path().equals("/api/v1/logs") && scope.equals("logs:read")))
                .collect(Collectors.joining(" "));
    }

    @Test
    void aScopeCanBeForOneTracker() {
        String mine = created(note("Mine"));
        String other = created(note("Other"));
        TestTokens token = TestTokens.user(user).scope("logs:write:" + mine);

        as(token).body("{\"value\":\"x\"}").post(logs(mine)).then().statusCode(201);
        as(token).body("{\"value\":\"x\"}").post(logs(other)).then().statusCode(403);
        as(token).get(logs(mine)).then().statusCode(403);
    }

    @Test
    void aScopeWidensNothing() {
        String mine = created(note("Mine"));
        TestTokens thief = TestTokens.user(stranger).scope("full logs:write:" + mine);

        as(thief).body("{\"value\":\"x\"}").post(logs(mine)).then().statusCode(404);
    }

    @Test
    void anInternalHeaderIsNoIdentity() {
        anonymous().header("X-User-Id", user).get("/api/v1/trackers").then().statusCode(401);
    }

    @Test
    void everyPublishedOperationStandsInTheTable() {
        Map<String, Map<String, Object>> paths =
                anonymous().baseUri(management()).get("/q/openapi?format=json").path("paths");
        Set<String> published = new TreeSet<>();
        paths.forEach((path, operations) -> operations.keySet().stream()
                .filter(key -> Set.of("get", "put", "post", "patch", "delete").contains(key))
                .forEach(method -> published.add(method.toUpperCase() + " " + path)));

        assertThat(published)
                .containsExactlyInAnyOrderElementsOf(
                        OPERATIONS.stream().map(Operation::template).toList());
    }

    private static Response send(RequestSpecification as, Operation operation, String path) {
        RequestSpecification request = operation.body().isEmpty() ? as : as.body(operation.body());
        return request.request(operation.method(), path);
    }

    private static void refused(Response answer, int status, String slug) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tallybook.org/problems/" + slug));
    }
}
