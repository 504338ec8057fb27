package org.tallybook.report.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.test.stack.ReceivedMail;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;
import org.tallybook.kit.test.token.TestIssuer;
import org.tallybook.report.fixture.Api;
import org.tallybook.report.fixture.EventBus;
import org.tallybook.report.fixture.History;

@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(TestIssuer.class)
class ReportMailIT {

    private static final String SEND = Api.MONTHLY + "/2026-10/send";

    @Test
    void arrivesAsHtmlWithATextAlternative() {
        History history = confirmed();

        Api.as(history.user()).post(SEND).then().statusCode(202);

        ReceivedMail mail = received(history);
        assertThat(mail.subject()).isEqualTo("Your Tallybook report for October 2026");
        assertThat(mail.html()).contains("<h1>October 2026</h1>", "Sleep");
        assertThat(mail.text()).contains("October 2026", "Sleep", "7.5");
        assertThat(mail.messageId()).startsWith("<report-").endsWith("@localhost>");
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void arrivesAsAnAttachmentForWhoPrefersPdf() throws IOException {
        History history = confirmed();
        Api.as(history.user())
                .contentType("application/json")
                .body("{\"reportFormat\":\"PDF\"}")
                .put(Api.PREFERENCES)
                .then()
                .statusCode(200);

        Api.as(history.user()).post(SEND).then().statusCode(202);

        ReceivedMail mail = received(history);
        byte[] pdf = mail.attachments().get("tallybook-2026-10.pdf");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("October 2026", "Sleep");
        }
    }

    @Test
    void goesOutOnceForOneIdempotencyKey() {
        History history = confirmed();
        String key = UUID.randomUUID().toString();

        Api.as(history.user()).header("Idempotency-Key", key).post(SEND).then().statusCode(202);
        received(history);
        Api.as(history.user()).header("Idempotency-Key", key).post(SEND).then().statusCode(202);

        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(TestMailbox.open().to(history.email())).hasSize(1));
    }

    @Test
    void goesOnlyToAConfirmedAddress() {
        History history = new History().registered("UTC", "en");
        EventBus.publish(history);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Api.summary(history.user(), "2026-10").getMap("watermark"))
                                .isNotEmpty());

        Api.as(history.user())
                .post(SEND)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://tallybook.org/problems/address-not-confirmed"));
    }

    /** The first PDF of a JVM may take long on a busy machine. */
    private static ReceivedMail received(History history) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> TestMailbox.open().to(history.email()), mails -> !mails.isEmpty())
                .get(0);
    }

    private static History confirmed() {
        History history = new History();
        history.registered("UTC", "en").verified("UTC", "en");
        UUID tracker = history.tracker("Sleep", "NUMERIC", "h", Instant.parse("2026-10-02T08:00:00Z"));
        history.log(tracker, "7.5", "CALM", LocalDate.of(2026, 10, 3));
        EventBus.publish(history);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Api.summary(history.user(), "2026-10").getInt("logCount"))
                                .isEqualTo(1));
        return history;
    }
}
