package org.tallybook.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.token.TestIssuer;
import org.tallybook.kit.test.token.TestTokens;
import org.tallybook.report.fixture.Api;
import org.tallybook.report.fixture.EventBus;
import org.tallybook.report.fixture.History;

/** Every operation against owner, other user, nobody, an expired token and tokens with too little scope. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(TestIssuer.class)
class AccessIT {

    private static final String MONTH = Api.MONTHLY + "/2026-10";

    record Operation(String method, String path, int owner, int readScope) {}

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
        assertThat(status(operation, owner.scope("trackers:read logs:write").bearer()))
                .isEqualTo(403);
        assertThat(status(operation, owner.expired().bearer())).isEqualTo(401);
        assertThat(status(operation, "Bearer " + owner.unsigned())).isEqualTo(401);
        assertThat(status(operation, "Bearer nonsense")).isEqualTo(401);
        assertThat(given().request(operation.method(), operation.path()).statusCode())
                .isEqualTo(401);
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

    private static int status(Operation operation, String authorization) {
        var request = given().header("Authorization", authorization);
        if (operation.method().equals("PUT")) {
            request.contentType("application/json").body("{}");
        }
        return request.request(operation.method(), operation.path()).statusCode();
    }
}
