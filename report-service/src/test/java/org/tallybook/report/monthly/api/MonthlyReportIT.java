package org.tallybook.report.monthly.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.token.TestIssuer;
import org.tallybook.report.fixture.Api;
import org.tallybook.report.fixture.EventBus;
import org.tallybook.report.fixture.History;

@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(TestIssuer.class)
class MonthlyReportIT {

    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final Instant CREATED = Instant.parse("2026-10-02T08:00:00Z");

    @Test
    void showsWhatHappenedWithinASecond() {
        History history = october();
        EventBus.publish(history);

        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(summary(history.user(), MONTH).getInt("logCount"))
                        .isEqualTo(4));

        JsonPath summary = summary(history.user(), MONTH);
        assertThat(summary.getString("month")).isEqualTo("2026-10");
        assertThat(summary.getString("zoneId")).isEqualTo("Europe/Berlin");
        assertThat(summary.getBoolean("closed")).isTrue();
        assertThat(summary.getInt("totalTrackers")).isEqualTo(2);
        assertThat(summary.getInt("trackersCreated")).isEqualTo(2);
        assertThat(summary.getInt("totalLogs")).isEqualTo(4);
        assertThat(summary.getInt("logsCreatedThisMonth")).isEqualTo(4);
        assertThat(summary.getString("mostUsedTracker.name")).isEqualTo("Running");
        assertThat(summary.getString("frequentEmotionalState")).isEqualTo("CALM");
        assertThat(summary.getInt("loginCount")).isEqualTo(1);
        assertThat(summary.getInt("activeDays")).isEqualTo(3);
        assertThat(summary.getInt("emotions.CALM")).isEqualTo(2);
        assertThat(summary.<BigDecimal>get("trackers[0].sum")).isEqualTo(new BigDecimal("-12.50"));
        assertThat(summary.getLong("watermark.'/tracker-service'")).isEqualTo(9);
    }

    @Test
    void duplicatesAndDisorderChangeNothing() {
        History history = october();
        List<String> events = new ArrayList<>(history.events());
        events.addAll(history.events());
        Collections.shuffle(events, new Random(7));
        EventBus.publish(events);

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(summary(history.user(), MONTH).getLong("watermark.'/tracker-service'"))
                        .isEqualTo(9));
        JsonPath summary = summary(history.user(), MONTH);
        assertThat(summary.getInt("logCount")).isEqualTo(4);
        assertThat(summary.getInt("loginCount")).isEqualTo(1);
        assertThat(summary.<BigDecimal>get("trackers[0].sum")).isEqualTo(new BigDecimal("-12.50"));
    }

    @Test
    void rebuildEqualsTheIncrementalMonth() {
        History history = october();
        EventBus.publish(history);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(summary(history.user(), MONTH).getInt("logCount"))
                        .isEqualTo(4));

        JsonPath rebuilt = Api.as(history.user())
                .post("/api/v1/reports/monthly/2026-10/rebuild")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(Api.EXACT);

        var incremental = summary(history.user(), MONTH).getMap("");
        var recomputed = new java.util.HashMap<>(rebuilt.getMap(""));
        recomputed.remove("generatedAt");
        incremental.remove("generatedAt");
        assertThat(recomputed).isEqualTo(incremental);
    }

    @Test
    void aDeletedUserIsForgottenForGood() {
        History history = october();
        EventBus.publish(history);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(summary(history.user(), MONTH).getInt("logCount"))
                        .isEqualTo(4));

        history.deleted(9, Instant.parse("2026-11-01T00:00:00Z"));
        EventBus.publish(history);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(summary(history.user(), MONTH).getInt("logCount"))
                        .isZero());
        assertThat(summary(history.user(), MONTH).getString("zoneId")).isEqualTo("UTC");
    }

    @Test
    void listsTheMonthsNewestFirstPageByPage() {
        History history = october();
        EventBus.publish(history);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(summary(history.user(), MONTH).getInt("logCount"))
                        .isEqualTo(4));

        JsonPath page = Api.as(history.user())
                .queryParam("limit", 1)
                .get("/api/v1/reports/monthly")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(page.getString("items[0].month"))
                .isEqualTo(YearMonth.now(ZoneOffset.UTC).toString());
        assertThat(page.getString("nextCursor")).isNotNull();

        JsonPath next = Api.as(history.user())
                .queryParam("cursor", page.getString("nextCursor"))
                .get("/api/v1/reports/monthly")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(next.getList("items.month")).containsExactly("2026-10");
        assertThat(next.getList("items.logCount")).containsExactly(4);
        assertThat(next.getString("nextCursor")).isNull();
    }

    @Test
    void answers304UntilSomethingChanges() {
        History history = october();
        EventBus.publish(history);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(summary(history.user(), MONTH).getInt("logCount"))
                        .isEqualTo(4));
        String tag =
                Api.as(history.user()).get("/api/v1/reports/monthly/2026-10").getHeader("ETag");

        Api.as(history.user())
                .header("If-None-Match", tag)
                .get("/api/v1/reports/monthly/2026-10")
                .then()
                .statusCode(304);

        EventBus.publish(history.loggedIn(Instant.parse("2026-10-20T12:00:00Z")));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Api.as(history.user())
                        .header("If-None-Match", tag)
                        .get("/api/v1/reports/monthly/2026-10")
                        .then()
                        .statusCode(200)
                        .body("loginCount", equalTo(2)));
    }

    /** Four events of the auth-service and nine of the tracker-service; one log is edited and another deleted. */
    private static History october() {
        History history = new History();
        history.registered("Europe/Berlin", "en").verified("Europe/Berlin", "en");
        history.loggedIn(Instant.parse("2026-10-31T22:30:00Z"));
        history.loggedIn(Instant.parse("2026-10-31T23:30:00Z"));
        UUID running = history.tracker("Running", "NUMERIC", "km", CREATED);
        UUID journal = history.tracker("Journal", "NOTE", null, CREATED.plusSeconds(60));
        UUID first = history.log(running, "-12.05", "CALM", LocalDate.of(2026, 10, 3));
        history.log(running, "0.25", null, LocalDate.of(2026, 10, 4));
        history.log(journal, "a quiet day", "CALM", LocalDate.of(2026, 10, 4));
        UUID wrong = history.log(running, "99", "ANGRY", LocalDate.of(2026, 10, 5));
        history.log("log.updated.v1", running, first, 2, "-12.75", "CALM", LocalDate.of(2026, 10, 3), "DONE");
        history.logDeleted(running, wrong, 2, CREATED.plusSeconds(86_400 * 10));
        history.log(journal, "another one", null, LocalDate.of(2026, 10, 9));
        return history;
    }

    private static JsonPath summary(UUID user, YearMonth month) {
        return Api.summary(user, month.toString());
    }
}
