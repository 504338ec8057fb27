package org.tallybook.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.SocketException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.auth.support.AuthenticatorApp;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

/** Somebody asks who has an account, plays with spellings and lengths, or was locked out and tries every way back in. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class HostileAccountIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USERS = "SELECT count(*) FROM identity WHERE email_key = ?";

    /** What differs between two answers to the very same request. */
    private static final Set<String> OWN = Set.of("date", "x-request-id", "traceparent");

    @Inject
    Secrets secrets;

    static Stream<Map<String, String>> questions() {
        return Stream.of(
                Map.of("path", "/login", "field", "login"),
                Map.of("path", "/register", "field", "email"),
                Map.of("path", "/password/forgot", "field", "email"),
                Map.of("path", "/verify-email/resend", "field", "email"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void noAnswerTellsWhoHasAnAccount(Map<String, String> question) {
        Person known = Person.verified();
        Person locked = Person.verified();
        TestDatabase.update("UPDATE identity SET locked_at = now() WHERE email = ?", locked.email());
        Person half = Person.stranger();
        half.register();

        Response stranger = ask(question, Person.stranger());

        for (Person person : List.of(known, locked, half)) {
            Response answer = ask(question, person);
            assertThat(answer.statusCode()).isEqualTo(stranger.statusCode());
            assertThat(text(answer)).isEqualTo(text(stranger));
            assertThat(fields(answer)).isEqualTo(fields(stranger));
        }
    }

    @Test
    void everyFailureOfALoginReadsTheSame() {
        Person ada = Person.verified();
        Response wrong = ada.withPassword("not the password").tryLogin();

        wrong.then()
                .statusCode(401)
                .body("type", equalTo("https://tallybook.org/problems/invalid-credentials"))
                .header("WWW-Authenticate", containsString("Bearer"));
        for (String login : List.of(Person.stranger().username(), "<>", "a@b", "' OR 1=1 --", "%", "\u00e4")) {
            Response failure = Person.post("/login", Map.of("login", login, "password", "not the password"));
            assertThat(failure.statusCode()).isEqualTo(401);
            assertThat(text(failure)).isEqualTo(text(wrong));
            assertThat(fields(failure)).isEqualTo(fields(wrong));
        }
    }

    @Test
    void ofManyRegistrationsOfOneAddressInAnyCaseOneWins() throws Exception {
        Person ada = Person.stranger();

        List<Integer> statuses = InParallel.times(10, i -> {
            String email = i % 2 == 0 ? ada.email() : ada.email().toUpperCase(Locale.ROOT);
            return new Person(email, ada.username() + i, ada.password())
                    .register()
                    .statusCode();
        });

        assertThat(statuses).containsOnly(202);
        assertThat(TestDatabase.count(USERS, ada.email())).isOne();
        assertThat(TestDatabase.count(
                        "SELECT count(*) FROM outbox WHERE type = 'user.registered.v1'"
                                + " AND user_id = (SELECT id FROM identity WHERE email_key = ?)",
                        ada.email()))
                .isOne();
    }

    /** Hashes that end at 72 bytes, as bcrypt's do, would take both. */
    @Test
    void thePasswordCountsToItsLastByte() {
        String start = "seventy-two bytes: a lantern, a heron, an otter and four violet umbrellas";
        Person ada = joined(start.substring(0, 72) + "a");

        assertThat(start.substring(0, 72)).hasSize(72);
        ada.withPassword(start.substring(0, 72) + "b").tryLogin().then().statusCode(401);
        ada.withPassword(start.substring(0, 72)).tryLogin().then().statusCode(401);
        ada.withPassword(start.substring(0, 72) + "a ").tryLogin().then().statusCode(401);
        ada.tryLogin().then().statusCode(200);
    }

    @Test
    void aPasswordIsTheSameHoweverAKeyboardComposesIt() {
        String typed = "Gr\u00fc\u00dfe aus K\u00f6ln um \u5348\u524d";
        String decomposed = Normalizer.normalize(typed, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(typed);

        joined(decomposed).withPassword(typed).tryLogin().then().statusCode(200);
        Person bob = joined(typed);
        bob.withPassword(decomposed).tryLogin().then().statusCode(200);
        bob.withPassword(typed.replace("\u00df", "ss")).tryLogin().then().statusCode(401);
        bob.withPassword(typed.toLowerCase(Locale.ROOT)).tryLogin().then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /register, password",
        "POST, /login, password",
        "POST, /sudo, password",
        "DELETE, /me, password",
        "POST, /password/change, currentPassword",
        "POST, /password/change, newPassword",
        "POST, /password/reset, newPassword"
    })
    void noPasswordOfAMegabyteIsHashed(String method, String path, String field) {
        String access = Person.verified().accessToken();

        for (int length : List.of(600, 1_000_000)) {
            Response answer = send(access, method, path, Map.of(field, "pass word ".repeat(length / 10)));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.jsonPath().getList("errors.findAll { it.code == 'too-long' }.field"))
                    .contains(field);
        }
        tooLarge(() -> send(access, method, path, Map.of(field, "x".repeat(2 << 20))));
        Person.me(access).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\nBcc: e@a.example", "\n", "\t", "\u007f", "\u0085"})
    void noNameBreaksALine(String evil) {
        JsonPath ada = Person.verified().login();
        String access = ada.getString("accessToken");

        Map<String, Object> program = Map.of("name", "Prog" + evil + "x", "scopes", List.of("logs:read"));
        fault(send(access, "POST", "/tokens", program), "name");
        fault(send(access, "POST", "/passkeys", Map.of("name", "Phone" + evil + "x")), "name");
        fault(send(access, "PATCH", "/me", Map.of("username", "u" + evil + "x")), "username");
        fault(send(access, "POST", "/me/email", Map.of("email", "a@people.example" + evil)), "email");
        Person odd = Person.stranger();
        fault(
                Person.post(
                        "/register",
                        Map.of("email", odd.email(), "username", "u" + evil + "x", "password", odd.password())),
                "username");
    }

    @Test
    void noHostThatAStrangerNamesEntersAMailedLink() {
        Person eve = Person.stranger();
        var body = Map.of("email", eve.email(), "username", eve.username(), "password", eve.password());

        fromElsewhere("/register", body).then().statusCode(202);
        fromElsewhere("/verify-email/resend", Map.of("email", eve.email()))
                .then()
                .statusCode(202);

        assertThat(eve.mailedToken()).hasSize(43);
        assertThat(TestMailbox.open().to(eve.email()))
                .allSatisfy(mail -> assertThat(mail.text())
                        .contains("http://localhost:8080/verify?token=")
                        .doesNotContain("evil.example", "gopher"));
    }

    private static Response fromElsewhere(String path, Object body) {
        return given().header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "gopher")
                .header("Forwarded", "host=evil.example;proto=gopher")
                .header("Referer", "https://evil.example/")
                .contentType("application/json")
                .body(body)
                .post(Person.PATH + path);
    }

    @Test
    void everythingOfALockedUserIsDead() {
        Person eve = Person.verified();
        JsonPath phone = eve.login();
        String access = phone.getString("accessToken");
        String cookie = browse(eve);
        String wanted = Person.stranger().email();
        send(access, "POST", "/me/email", Map.of("email", wanted)).then().statusCode(202);
        Person.post("/password/forgot", Map.of("email", eve.email())).then().statusCode(202);
        List<String> links = List.of(
                token(eve.email(), "Confirm the move to another address"),
                token(wanted, "Confirm your new e-mail address"));
        String reset = eve.mailedToken("reset");
        AuthenticatorApp app = AuthenticatorApp.on(phone);
        String half = eve.tryLogin().jsonPath().getString("mfaToken");
        exchange(cookie).then().statusCode(200);

        lock(phone.getString("user.id"));

        Person.me(access).then().statusCode(401);
        Person.refresh(phone.getString("refreshToken")).then().statusCode(401);
        exchange(cookie).then().statusCode(401);
        Person.post("/login/mfa", Map.of("mfaToken", half, "code", app.code()))
                .then()
                .statusCode(403);
        for (String link : links) {
            Person.post("/verify-email", Map.of("token", link)).then().statusCode(400);
        }
        Person.post("/password/reset", Map.of("token", reset, "newPassword", "an amber heron at dusk"))
                .then()
                .statusCode(400)
                .body("type", containsString("link-invalid"));
        assertThat(TestDatabase.count(USERS, eve.email())).isOne();
        eve.tryLogin().then().statusCode(403);
    }

    @Test
    void noLinkIsMailedToALockedUser() {
        Person eve = Person.verified();
        Person half = Person.stranger();
        half.register();
        half.mailedToken();
        for (Person person : List.of(eve, half)) {
            lock(TestDatabase.rows("SELECT id FROM identity WHERE email = ?", person.email())
                    .get(0));
            Person.post("/password/forgot", Map.of("email", person.email()))
                    .then()
                    .statusCode(202);
            Person.post("/verify-email/resend", Map.of("email", person.email()))
                    .then()
                    .statusCode(202);
        }

        // Mails leave in the order in which they were asked for, so this one is the last.
        Person later = Person.verified();
        assertThat(later.accessToken()).isNotBlank();
        assertThat(linksTo(eve)).isOne();
        assertThat(linksTo(half)).isOne();
    }

    private static Response ask(Map<String, String> question, Person person) {
        String path = question.get("path");
        return path.equals("/register")
                ? person.register()
                : Person.post(
                        path,
                        path.equals("/login")
                                ? Map.of("login", person.email(), "password", "not the password")
                                : Map.of(question.get("field"), person.email()));
    }

    private static Response send(String access, String method, String path, Object body) {
        String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        return given().auth().oauth2(access).contentType(type).body(utf8(body)).request(method, Person.PATH + path);
    }

    /** The client would write the bytes of another character set for a type that it does not know. */
    private static byte[] utf8(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fault(Response answer, String field) {
        answer.then().statusCode(400);
        assertThat(answer.jsonPath().getList("errors.field"))
                .as(answer.asString())
                .contains(field);
    }

    /** Who is still writing when the answer comes may find the connection closed instead of reading it. */
    private static void tooLarge(Callable<Response> sending) {
        try {
            sending.call().then().statusCode(413);
        } catch (Exception cut) {
            assertThat(cut).isInstanceOf(SocketException.class);
        }
    }

    private static Person joined(String password) {
        Person person = Person.stranger().withPassword(password);
        person.register();
        person.verify();
        return person;
    }

    private static void lock(String user) {
        Person admin = Person.verified();
        TestDatabase.update("UPDATE identity SET roles = ARRAY['admin', 'user'] WHERE email = ?", admin.email());
        given().auth()
                .oauth2(admin.accessToken())
                .post(Person.PATH + "/admin/users/" + user + "/lock")
                .then()
                .statusCode(204);
    }

    private String browse(Person person) {
        return given().header("X-Session-Mode", "cookie")
                .header("X-Internal-Key", secrets.internalKey())
                .contentType("application/json")
                .body(Map.of("login", person.email(), "password", person.password()))
                .post(Person.PATH + "/login")
                .jsonPath()
                .getString("session");
    }

    private Response exchange(String cookie) {
        return given().header("X-Internal-Key", secrets.internalKey())
                .contentType("application/json")
                .body(Map.of("session", cookie))
                .post("/internal/v1/sessions/exchange");
    }

    private static String token(String address, String subject) {
        String text = TestMailbox.open()
                .await(address, mail -> mail.subject().equals(subject))
                .text();
        int start = text.indexOf("?token=") + 7;
        return text.substring(start, start + 43);
    }

    private static long linksTo(Person person) {
        return TestMailbox.open().to(person.email()).stream()
                .filter(mail -> mail.text().contains("?token="))
                .count();
    }

    /** The body without what names this one request. */
    private static String text(Response answer) {
        return answer.asString().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }

    private static List<String> fields(Response answer) {
        return answer.headers().asList().stream()
                .filter(field -> !OWN.contains(field.getName().toLowerCase(Locale.ROOT)))
                .map(field -> field.getName().toLowerCase(Locale.ROOT) + ": " + field.getValue())
                .sorted()
                .toList();
    }
}
