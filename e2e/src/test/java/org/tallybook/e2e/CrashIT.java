package org.tallybook.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.e2e.client.Account;
import org.tallybook.e2e.client.Browser;
import org.tallybook.e2e.client.Person;
import org.tallybook.e2e.model.LogFact;
import org.tallybook.e2e.model.MonthModel;
import org.tallybook.e2e.model.TrackerFact;
import org.tallybook.e2e.stage.Diary;
import org.tallybook.e2e.stage.EndToEnd;
import org.tallybook.e2e.stage.Writer;
import org.tallybook.e2e.stage.Writers;
import org.tallybook.e2e.stage.Zones;
import org.tallybook.e2e.system.LocalTallybook;

/**
 * Processes die without warning while a user writes as an API client and as a browser. Whatever was acknowledged must be
 * there afterwards, once, and the month must be the one that an independent model computes.
 */
@EndToEnd
class CrashIT {

    private static final int SOME = 15;
    private static final Duration RECOVERY = Duration.ofSeconds(45);

    private final ZoneId zone = Zones.awayFromMonthEnd();
    private final MonthModel model = new MonthModel(zone);
    private final LocalTallybook system;
    private final Person person;
    private final Browser browser;
    private final Diary diary;
    private final TrackerFact running;
    private final TrackerFact weight;

    CrashIT(LocalTallybook system) {
        this.system = system;
        Account account = Account.unique(zone.getId());
        person = account.join(system.api(), system.mailbox());
        model.loggedIn(Instant.now());
        browser = new Browser(system.api());
        browser.signIn(account);
        model.loggedIn(Instant.now());
        diary = new Diary(person, model);
        running = diary.numericTracker("Running", "km");
        weight = diary.numericTracker("Weight", "kg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tracker", "report", "auth", "gateway"})
    void nothingAcknowledgedIsLostWhenAServiceDies(String service) {
        try (Writers writers = startWriting()) {
            writers.awaitMore(SOME);
            system.kill(service);
            system.awaitReady();
            writers.awaitMore(SOME);
            writers.finish();
        }
        assertEverythingIsThereOnce();
    }

    @Test
    void nothingAcknowledgedIsLostWhenEverythingDies() {
        try (Writers writers = startWriting()) {
            writers.awaitMore(SOME);
            system.cutPower();
            system.start();
            writers.awaitMore(SOME);
            writers.finish();
            assertThat(writers.repeated()).as("steps that met the outage").isPositive();
        }
        assertEverythingIsThereOnce();
    }

    private Writers startWriting() {
        return new Writers(List.of(
                new Writer(person, running, model, 1),
                new Writer(person, weight, model, 2),
                new Writer(browser, running, model, 3)));
    }

    private void assertEverythingIsThereOnce() {
        person.account().signIn(system.api());
        model.loggedIn(Instant.now());
        diary.awaitRightSummary(model.currentMonth(), RECOVERY);
        diary.awaitRightSummary(model.currentMonth().minusMonths(1), RECOVERY);
        assertThat(storedLogs()).isEqualTo(expectedLogs());
    }

    private Map<UUID, BigDecimal> expectedLogs() {
        Map<UUID, BigDecimal> logs = new TreeMap<>();
        for (LogFact log : model.logs()) {
            logs.put(log.id(), log.number().orElseThrow());
        }
        return logs;
    }

    private Map<UUID, BigDecimal> storedLogs() {
        Map<UUID, BigDecimal> logs = new TreeMap<>();
        String cursor = "";
        do {
            JsonNode page = person.get("/api/v1/logs?limit=200" + cursor)
                    .send()
                    .expect(200)
                    .json();
            for (JsonNode log : page.required("items")) {
                UUID id = UUID.fromString(log.required("id").asText());
                assertThat(logs.put(id, log.required("value").decimalValue()))
                        .as("a second log " + id)
                        .isNull();
            }
            cursor = page.required("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.required("nextCursor").asText();
        } while (!cursor.isEmpty());
        return logs;
    }
}
