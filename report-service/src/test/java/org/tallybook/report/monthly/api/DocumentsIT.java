package org.tallybook.report.monthly.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.token.TestIssuer;
import org.tallybook.report.fixture.Api;
import org.tallybook.report.fixture.EventBus;
import org.tallybook.report.fixture.History;

@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(TestIssuer.class)
class DocumentsIT {

    private static final String OCTOBER = Api.MONTHLY + "/2026-10";

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json",
        "*/*, application/json",
        "text/html, text/html",
        "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', text/html",
        "application/pdf, application/pdf",
        "'application/pdf;q=0.5, text/html;q=0.4', application/pdf"
    })
    void negotiatesTheFormat(String accept, String type) {
        Api.as(UUID.randomUUID())
                .accept(accept)
                .get(OCTOBER)
                .then()
                .statusCode(200)
                .contentType(startsWith(type));
    }

    @ParameterizedTest
    @CsvSource({".json, application/json", ".html, text/html", ".pdf, application/pdf"})
    void aSuffixIsStrongerThanAccept(String suffix, String type) {
        Api.as(UUID.randomUUID())
                .accept("image/png")
                .get(OCTOBER + suffix)
                .then()
                .statusCode(200)
                .contentType(startsWith(type));
    }

    @Test
    void offersNothingElse() {
        Api.as(UUID.randomUUID())
                .accept("image/png")
                .get(OCTOBER)
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void showsTheFiguresInHtmlAndPdf() throws IOException {
        History history = written();

        String html = Api.as(history.user()).get(OCTOBER + ".html").asString();
        assertThat(html)
                .contains("Oktober 2026", "Laufen", "12,75", "&lt;b&gt;still&lt;/b&gt;")
                .doesNotContain("<b>");

        byte[] pdf = Api.as(history.user()).get(OCTOBER + ".pdf").asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Oktober 2026", "Laufen", "12,75", "<b>still</b>");
        }
    }

    @Test
    void letsThePageStyleItselfAndNothingElse() {
        Api.as(UUID.randomUUID())
                .get(OCTOBER + ".html")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'; style-src 'sha256-"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-cache")
                .header("Vary", containsString("Accept"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-13", "2026-00", "0000-01", "2026", "2026-1", "november", "2026-10.docx", "2026-10-01"})
    void refusesWhatIsNoMonth(String month) {
        Api.as(UUID.randomUUID())
                .get(Api.MONTHLY + "/" + month)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("month"));
    }

    @Test
    void hasNothingAboutTheFuture() {
        Api.as(UUID.randomUUID())
                .header("Accept-Language", "de")
                .get(Api.MONTHLY + "/9999-12")
                .then()
                .statusCode(404)
                .body("type", equalTo("https://tallybook.org/problems/month-in-future"))
                .body("title", equalTo("Dieser Monat hat noch nicht begonnen"));
    }

    private static History written() {
        History history = new History();
        history.registered("Europe/Berlin", "de").verified("Europe/Berlin", "de");
        UUID running = history.tracker("Laufen", "NUMERIC", "km", Instant.parse("2026-10-02T08:00:00Z"));
        history.log(running, "12.5", "CALM", LocalDate.of(2026, 10, 3));
        history.log(running, "0.25", null, LocalDate.of(2026, 10, 4));
        UUID journal = history.tracker("Tagebuch", "NOTE", null, Instant.parse("2026-10-02T08:00:00Z"));
        history.log(journal, "<b>still</b>", null, LocalDate.of(2026, 10, 4));
        EventBus.publish(history);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Api.summary(history.user(), "2026-10").getInt("logCount"))
                                .isEqualTo(3));
        return history;
    }
}
