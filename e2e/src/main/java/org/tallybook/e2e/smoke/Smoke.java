package org.tallybook.e2e.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.tallybook.e2e.client.Account;
import org.tallybook.e2e.client.Answer;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.client.Await;
import org.tallybook.e2e.client.Browser;
import org.tallybook.e2e.client.Mailbox;

/**
 * Registers, verifies, signs in as a browser, records, and reads the month in its three forms. Ends with 0 only if all
 * of it worked. Arguments: the gateway's URL, and the mail directory.
 */
public final class Smoke {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Api api;
    private final Browser browser;
    private final String month = "/api/v1/reports/monthly/" + YearMonth.now(ZoneOffset.UTC);

    private Smoke(Api api) {
        this.api = api;
        this.browser = new Browser(api);
    }

    public static void main(String[] arguments) {
        Smoke smoke = new Smoke(new Api(URI.create(arguments[0])));
        smoke.signIn(new Mailbox(Path.of(arguments[1])));
        smoke.write();
        smoke.read();
        System.out.println("The main job works at " + arguments[0]);
    }

    private void signIn(Mailbox mailbox) {
        Account account = Account.unique("UTC");
        account.register(api);
        account.verify(api, mailbox);
        browser.signIn(account);
    }

    private void write() {
        String numeric =
                create("{\"name\":\"Running\",\"type\":\"NUMERIC\",\"whatToTrack\":\"distance\",\"unit\":\"km\"}");
        String notes = create("{\"name\":\"Journal\",\"type\":\"NOTE\"}");
        record(numeric, "{\"value\":5.25,\"emotion\":\"PROUD\"}");
        record(numeric, "{\"value\":-0.50,\"emotion\":\"PROUD\"}");
        record(notes, "{\"value\":\"A quiet evening\",\"emotion\":\"CALM\"}");
        browser.delete("/api/v1/trackers/" + numeric + "/logs/" + record(numeric, "{\"value\":99}"))
                .send()
                .expect(204);
    }

    private String create(String tracker) {
        return browser.post("/api/v1/trackers")
                .json(tracker)
                .send()
                .expect(201)
                .json()
                .required("id")
                .asText();
    }

    private String record(String tracker, String log) {
        return browser.post("/api/v1/trackers/" + tracker + "/logs")
                .json(log)
                .send()
                .expect(201)
                .json()
                .required("id")
                .asText();
    }

    private void read() {
        Await.value("the right summary", PATIENCE, () -> Optional.of(summary()).filter(Smoke::isRight));
        demand(browser.get(month + ".html").send(), "text/html", "Running");
        demand(browser.get(month + ".pdf").send(), "application/pdf", "%PDF-");
    }

    private JsonNode summary() {
        return browser.get(month).accept("application/json").send().expect(200).json();
    }

    private static boolean isRight(JsonNode summary) {
        return summary.path("totalTrackers").asInt() == 2
                && summary.path("totalLogs").asInt() == 3
                && summary.path("loginCount").asInt() == 1
                && summary.path("mostUsedTracker").path("name").asText().equals("Running")
                && summary.path("frequentEmotionalState").asText().equals("PROUD");
    }

    private static void demand(Answer answer, String mediaType, String content) {
        answer.expect(200);
        if (!answer.mediaType().equals(mediaType) || !answer.text().contains(content)) {
            throw new IllegalStateException(answer.request() + " is not the expected " + mediaType);
        }
    }
}
