package org.tallybook.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tallybook.e2e.client.Account;
import org.tallybook.e2e.client.Answer;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.client.Browser;
import org.tallybook.e2e.client.Mailbox;
import org.tallybook.e2e.client.Person;
import org.tallybook.e2e.model.ExpectedMonth;
import org.tallybook.e2e.model.LogFact;
import org.tallybook.e2e.model.MonthModel;
import org.tallybook.e2e.model.TrackerFact;
import org.tallybook.e2e.model.TrackerMonth;
import org.tallybook.e2e.stage.Diary;
import org.tallybook.e2e.stage.EndToEnd;
import org.tallybook.e2e.stage.Zones;

/** What Tallybook is for: from registration to a month's report, once as an API client and once as a browser. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobIT {

    private final ZoneId zone = Zones.awayFromMonthEnd();
    private final MonthModel model = new MonthModel(zone);
    private final YearMonth month = model.currentMonth();
    private Person person;
    private Browser browser;
    private Diary diary;
    private TrackerFact running;
    private JsonNode summary;

    @BeforeAll
    void liveAMonth(Api api, Mailbox mailbox) {
        Account account = Account.unique(zone.getId());
        account.register(api);
        account.verify(api, mailbox);
        person = account.signIn(api);
        model.loggedIn(Instant.now());
        person.refresh();
        browser = new Browser(api);
        browser.signIn(account);
        model.loggedIn(Instant.now());
        diary = new Diary(person, model);
        write();
        summary = diary.awaitRightSummary(month);
    }

    private void write() {
        Diary inBrowser = diary.through(browser);
        Instant now = Instant.now();
        running = diary.numericTracker("Running", "km");
        TrackerFact journal = inBrowser.noteTracker("Journal");
        TrackerFact unused = diary.numericTracker("Weight", "kg");
        LogFact mistyped = diary.number(running, "52.5", "PROUD", now.minusSeconds(30));
        diary.number(running, "-0.50", "CALM", now.minus(Duration.ofDays(1)));
        diary.number(running, "7.25", "CALM", now.minus(Duration.ofDays(2)));
        inBrowser.number(running, "10", "", now.minus(Duration.ofDays(2)));
        inBrowser.note(journal, "A quiet evening, नमस्ते", "CALM", now.minusSeconds(60));
        LogFact regretted = inBrowser.note(journal, "Delete me", "ANGRY", now.minusSeconds(90));
        diary.number(running, "4.2", "TIRED", Diary.noonOf(month.minusMonths(1), 15, zone));
        diary.number(running, "4.4", "TIRED", Diary.noonOf(month.minusMonths(1), 16, zone));
        inBrowser.note(journal, "Last month", "HAPPY", Diary.noonOf(month.minusMonths(1), 16, zone));
        diary.correct(mistyped, "5.25");
        inBrowser.delete(regretted);
        assertThat(unused.createdAt()).isBeforeOrEqualTo(Instant.now().plusSeconds(5));
    }

    @Test
    void theSummaryIsRightInEveryFigure() {
        assertThat(model.month(month).differences(summary)).isEmpty();
        assertThat(summary.path("closed").asBoolean(true)).isFalse();
        assertThat(summary.path("loginCount").asInt()).isEqualTo(2);
        assertThat(summary.path("totalTrackers").asInt()).isEqualTo(3);
        assertThat(summary.path("totalLogs").asInt()).isEqualTo(8);
    }

    @Test
    void theMonthBeforeHasItsOwnSummary() {
        diary.awaitRightSummary(month.minusMonths(1));
    }

    @Test
    void aRebuiltMonthEqualsTheIncrementalOne() {
        person.post("/api/v1/reports/monthly/" + month + "/rebuild").send().expect(200, 202, 204);

        diary.awaitRightSummary(month);
    }

    @Test
    void theMonthIsListed() {
        JsonNode months =
                browser.get("/api/v1/reports/monthly").send().expect(200).json();

        assertThat(months.required("items").findValuesAsText("month")).contains(month.toString());
    }

    @Test
    void aPageShowsTheFigures() {
        Answer page = browser.get("/api/v1/reports/monthly/" + month)
                .accept("text/html")
                .send()
                .expect(200);

        assertThat(page.mediaType()).isEqualTo("text/html");
        assertShowsTheFigures(page.text().replaceAll("(?s)<style.*?</style>|<[^>]*>", " "));
    }

    @Test
    void aPdfShowsTheFigures() throws IOException {
        Answer pdf = person.get("/api/v1/reports/monthly/" + month)
                .accept("application/pdf")
                .send()
                .expect(200);

        assertThat(pdf.mediaType()).isEqualTo("application/pdf");
        assertShowsTheFigures(textOf(pdf.body()));
    }

    @Test
    void aSuffixChoosesTheFormat() throws IOException {
        String path = "/api/v1/reports/monthly/" + month;

        assertThat(person.get(path + ".json").send().expect(200).mediaType()).isEqualTo("application/json");
        assertThat(person.get(path + ".html").send().expect(200).mediaType()).isEqualTo("text/html");
        assertShowsTheFigures(
                textOf(person.get(path + ".pdf").send().expect(200).body()));
    }

    /** What a reader looks for first. */
    private void assertShowsTheFigures(String text) {
        ExpectedMonth expected = model.month(month);
        TrackerMonth numbers = expected.trackers().get(running.id());
        assertThat(text.replaceAll("[\\s\\p{Z}]+", " "))
                .contains(expected.headline().totalLogs() + " in total", "Most used Running", "Sign-ins 2")
                .contains("Journal", "Calm", numbers.sum().orElseThrow().toPlainString() + " km");
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
