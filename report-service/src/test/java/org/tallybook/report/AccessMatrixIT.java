package org.tallybook.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.token.TestIssuer;
import org.tallybook.kit.test.token.TestTokens;
import org.tallybook.kit.token.Revocations;
import org.tallybook.report.fixture.Api;
import org.tallybook.report.fixture.EventBus;
import org.tallybook.report.fixture.History;

/** Every operation against owner, other user, a locked user, nobody, an expired token and tokens of too little scope. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(TestIssuer.class)
class AccessMatrixIT {

    private static final String MONTH = Api.MONTHLY + "/2026-10";

    private static final String OTHER_SCOPES = "trackers:read trackers:write logs:read logs:write";

    record Operation(String method, String path, int owner, int readScope) {

        String template() {
            return method + " " + path.replaceFirst("2026-10(\\.[a-z]+)?", "{month}");
        }
    }

    @Inject
    Revocations revocations;

    @ConfigProperty(name = "test.management.url", defaultValue = "")
    String management;

    static Stream<Operation> operations() {
        return Stream.of(
                new Operation("GET", Api.MONTHLY, 200, 200),
                new Operation("GET", MONTH, 200, 200),
                new Operation("GET", MONTH + ".html", 200, 200),
                new Operation("GET", MONTH + ".pdf", 200, 200),
                new Operation("POST", MONTH + "/rebuild", 200, 403),
                new Operation("POST", MONTH + "/send", 409, 403),
                new Operation("GET", Api.PREFERENCES, 200, 200),
                new Operation("PUT", Api.PREFERENCES, 200, 403));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void onlyAValidTokenWithTheScopeGetsIn(Operation operation) {
        TestTokens owner = TestTokens.user(UUID.randomUUID());

        assertThat(status(operation, owner.bearer())).isEqualTo(operation.owner());
        assertThat(status(operation, owner.scope("reports:read").bearer())).isEqualTo(operation.readScope());
        assertThat(status(operation, owner.scope(OTHER_SCOPES).bearer())).isEqualTo(403);
        assertThat(status(operation, locked().bearer())).isEqualTo(401);
        assertThat(status(operation, owner.expired().bearer())).isEqualTo(401);
        assertThat(status(operation, "Bearer " + owner.unsigned())).isEqualTo(401);
        assertThat(status(operation, "Bearer nonsense")).isEqualTo(401);
        assertThat(given().request(operation.method(), operation.path()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void everyPublishedOperationStandsInTheTable() {
        Map<String, Map<String, Object>> paths = given().get(
                        URI.create(management.replaceFirst("/q/?$", "") + "/q/openapi?format=json"))
                .path("paths");
        Set<String> published = new TreeSet<>();
        paths.forEach((path, calls) -> calls.keySet().stream()
                .filter(key -> Set.of("get", "put", "post", "patch", "delete").contains(key))
                .forEach(method -> published.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(operations().map(Operation::template).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(published);
    }

    /** There is no call that names a user: an administrator sees what is theirs, as everybody does. */
    @Test
    void whatOneUserPrefersNobodyElseReadsOrChanges() {
        UUID ada = UUID.randomUUID();
        Api.as(ada)
                .contentType("application/json")
                .body("{\"notification\":\"OFF\"}")
                .put(Api.PREFERENCES)
                .then()
                .statusCode(200);
        TestTokens admin = TestTokens.user(UUID.randomUUID()).with("groups", List.of("user", "admin"));

        for (String query : List.of("", "?userId=" + ada, "?sub=" + ada)) {
            String seen = given().header("Authorization", admin.bearer())
                    .header("X-User-Id", ada.toString())
                    .get(Api.PREFERENCES + query)
                    .path("notification");
            assertThat(seen).isEqualTo("DAILY");
        }
        given().header("Authorization", admin.bearer())
                .contentType("application/json")
                .body("{\"userId\":\"" + ada + "\",\"notification\":\"WEEKLY\"}")
                .put(Api.PREFERENCES)
                .then()
                .statusCode(400);
        assertThat(Api.as(ada).get(Api.PREFERENCES).<String>path("notification"))
                .isEqualTo("OFF");
    }

    @Test
    void aReportShowsTheCallersFactsAndNobodyElses() {
        History history = new History();
        history.registered("UTC", "en");
        UUID tracker = history.tracker("Sleep", "NUMERIC", "h", Instant.parse("2026-10-02T08:00:00Z"));
        history.log(tracker, "7", "CALM", LocalDate.of(2026, 10, 3));
        EventBus.publish(history);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Api.summary(history.user(), "2026-10").getInt("logCount"))
                                .isEqualTo(1));

        assertThat(Api.summary(UUID.randomUUID(), "2026-10").getInt("logCount")).isZero();
        assertThat(Api.summary(UUID.randomUUID(), "2026-10").getList("trackers"))
                .isEmpty();
    }

    /** Locked by an administrator a moment ago, with a token that has not expired. */
    private TestTokens locked() {
        UUID user = UUID.randomUUID();
        revocations.revokeUser(user, Instant.now()).await().indefinitely();
        return TestTokens.user(user).with("iat", Instant.now().getEpochSecond() - 1);
    }

    private static int status(Operation operation, String authorization) {
        var request = given().header("Authorization", authorization);
        if (operation.method().equals("PUT")) {
            request.contentType("application/json").body("{}");
        }
        return request.request(operation.method(), operation.path()).statusCode();
    }
}
