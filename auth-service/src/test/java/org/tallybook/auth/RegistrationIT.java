package org.tallybook.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class RegistrationIT {

    private static final String USERS = "SELECT count(*) FROM identity WHERE email_key = ?";

    @Test
    void tellsTheOwnerOfAKnownAddressAndNobodyElse() {
        Person ada = Person.verified();

        assertThat(ada.register().body().asString()).isEmpty();

        var notice =
                TestMailbox.open().await(ada.email(), mail -> mail.subject().contains("already"));
        assertThat(notice.text()).doesNotContain("token=");
    }

    @Test
    void tellsOnlyTheMailboxThatAUsernameIsTaken() {
        Person ada = Person.verified();
        Person eve = new Person(Person.stranger().email(), ada.username().toUpperCase(Locale.ROOT), Person.PASSWORD);

        eve.register();

        assertThat(TestMailbox.open().await(eve.email()).subject()).isEqualTo("Please choose another username");
        assertThat(TestDatabase.count(USERS, eve.email())).isZero();
    }

    @Test
    void whoRegisteredSomebodyElsesAddressFirstGainsNothing() {
        Person eve = Person.stranger().withPassword("the squatter was here 1");
        eve.register();
        eve.mailedToken();
        Person ada = new Person(eve.email(), Person.stranger().username(), Person.PASSWORD);
        TestDatabase.update(
                "DELETE FROM mailed_link WHERE user_id = (SELECT id FROM identity WHERE email_key = ?)", eve.email());

        ada.register();
        String token = newestToken(ada.email(), 2);
        new Person(eve.email(), "p-another", "the squatter came back 2").register();
        Person.post("/verify-email", Map.of("token", token)).then().statusCode(204);

        ada.tryLogin().then().statusCode(200);
        eve.tryLogin().then().statusCode(401);
        ada.withPassword("the squatter came back 2").tryLogin().then().statusCode(401);
    }

    @Test
    void aLinkWorksOnceEvenForManyAtOnce() throws Exception {
        Person ada = Person.stranger();
        ada.register();
        String token = ada.mailedToken();

        List<Integer> statuses = InParallel.times(
                8, i -> Person.post("/verify-email", Map.of("token", token)).statusCode());

        assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 400);
    }

    @Test
    void anExpiredLinkIsRefused() {
        Person ada = Person.stranger();
        ada.register();
        String token = ada.mailedToken();
        TestDatabase.update(
                "UPDATE mailed_link SET expires_at = now() - interval '1 second'"
                        + " WHERE user_id = (SELECT id FROM identity WHERE email_key = ?)",
                ada.email());

        Person.post("/verify-email", Map.of("token", token))
                .then()
                .statusCode(400)
                .body("type", containsString("link-invalid"));
    }

    @Test
    void resendsALinkToWhoIsNotVerifiedAndAnswersAllAlike() {
        Person ada = Person.stranger();
        ada.register();
        ada.mailedToken();
        Person verified = Person.verified();

        Response unverified = Person.post("/verify-email/resend", Map.of("email", ada.email()));
        Response known = Person.post("/verify-email/resend", Map.of("email", verified.email()));
        Response unknown = Person.post(
                "/verify-email/resend", Map.of("email", Person.stranger().email()));

        assertThat(List.of(unverified.statusCode(), known.statusCode(), unknown.statusCode()))
                .containsOnly(202);
        assertThat(names(unverified)).isEqualTo(names(unknown)).isEqualTo(names(known));
        Person.post("/verify-email", Map.of("token", newestToken(ada.email(), 2)))
                .then()
                .statusCode(204);
        assertThat(TestMailbox.open().to(verified.email())).hasSize(1);
    }

    @Test
    void honoursAnIdempotencyKeyWithoutKeepingThePassword() {
        Person ada = Person.stranger();
        String key = UUID.randomUUID().toString();

        registerWithKey(ada, key).then().statusCode(202);
        registerWithKey(ada, key).then().statusCode(202);
        registerWithKey(Person.stranger(), key)
                .then()
                .statusCode(422)
                .body("type", equalTo("https://tallybook.org/problems/idempotency-key-reused"));

        assertThat(TestDatabase.count(
                        "SELECT count(*) FROM mailed_link WHERE user_id = (SELECT id FROM identity WHERE email_key = ?)",
                        ada.email()))
                .isOne();
    }

    @Test
    void keepsNoTokenAndNoPasswordInThePlain() {
        Person ada = Person.stranger();
        ada.register();
        String token = ada.mailedToken();

        String everything = String.join(
                "\n",
                TestDatabase.rows("SELECT row(mailed_link.*)::text FROM mailed_link"
                        + " UNION ALL SELECT row(credential.*)::text FROM credential"
                        + " UNION ALL SELECT row(identity.*)::text FROM identity"
                        + " UNION ALL SELECT row(mail_outbox.*)::text FROM mail_outbox"
                        + " UNION ALL SELECT row(outbox.*)::text FROM outbox"));

        assertThat(everything).contains(ada.username()).doesNotContain(token).doesNotContain(ada.password());
    }

    private static Response registerWithKey(Person person, String key) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("email", person.email(), "username", person.username(), "password", person.password()))
                .post(Person.PATH + "/register");
    }

    private static String newestToken(String email, int mails) {
        var mailbox = TestMailbox.open();
        mailbox.await(email, mail -> links(mailbox, email) >= mails);
        String text = mailbox.to(email).stream()
                .filter(mail -> mail.text().contains("/verify?token="))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .text();
        int start = text.indexOf("/verify?token=") + 14;
        return text.substring(start, start + 43);
    }

    private static long links(TestMailbox mailbox, String email) {
        return mailbox.to(email).stream()
                .filter(mail -> mail.text().contains("/verify?token="))
                .count();
    }

    private static List<String> names(Response response) {
        return response.headers().asList().stream()
                .map(h -> h.getName().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
