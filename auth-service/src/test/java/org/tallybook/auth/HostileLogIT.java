package org.tallybook.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.auth.support.AuthenticatorApp;
import org.tallybook.auth.support.Heard;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.Program;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;

/**
 * Whoever reads the logs learns neither a password nor a token nor whose account it is, even where operators look most
 * closely: our own loggers talk as much as they can.
 */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class HostileLogIT {

    private static final Logger OURS = Logger.getLogger("org.tallybook");

    private final Heard heard = new Heard();
    private final List<String> secret = new ArrayList<>();
    private final Person ada = Person.stranger();

    @Inject
    Secrets secrets;

    @BeforeEach
    void listen() {
        OURS.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(heard);
        secret.addAll(List.of(ada.email(), ada.email().toUpperCase(Locale.ROOT), ada.password(), "wrong horse 7 x"));
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(heard);
        OURS.setLevel(null);
    }

    @Test
    void theStoryOfAnAccountLeavesNoSecret() {
        OURS.fine("heard: " + ada.username());
        join();
        JsonPath login = ada.login();
        String access = learn(login.getString("accessToken"));
        learn(login.getString("refreshToken"));
        Person.refresh(login.getString("refreshToken")).then().statusCode(200);
        Program program = Program.of(access, "logs:read");
        learn(program.token());
        learn(program.accessToken());
        AuthenticatorApp app = AuthenticatorApp.on(login);
        learn(app.secret());
        app.recoveryCodes().forEach(this::learn);
        String half = learn(ada.tryLogin().jsonPath().getString("mfaToken"));
        Person.post("/login/mfa", Map.of("mfaToken", half, "code", app.wrongCode()))
                .then()
                .statusCode(401);
        reset();
        as(access).delete(Person.PATH + "/sessions/x");

        assertThat(heard.text()).contains("heard: " + ada.username());
        assertNothingLearned();
    }

    @Test
    void whatIsRefusedLeavesNoSecret() {
        join();
        JsonPath login = ada.login();
        String access = learn(login.getString("accessToken"));
        JsonPath late = Person.refresh(login.getString("refreshToken")).jsonPath();
        learn(late.getString("refreshToken"));
        ada.withPassword("wrong horse 7 x").tryLogin().then().statusCode(401);
        ada.register();
        given().get(Person.PATH + "/me?access_token=" + access).then().statusCode(401);
        Person.me(access.substring(0, access.length() - 5) + "AAAAA").then().statusCode(401);
        for (String path : List.of("/login", "/register", "/refresh", "/password/reset")) {
            given().contentType("application/json")
                    .body("{\"password\":\"" + ada.password() + "\",\"email\":\"" + ada.email() + "\",\"x\":" + access)
                    .post(Person.PATH + path)
                    .then()
                    .statusCode(400);
        }
        Person eve = Person.verified();
        as(eve.accessToken())
                .contentType("application/merge-patch+json")
                .body("{\"username\":\"" + ada.username() + "\"}")
                .patch(Person.PATH + "/me")
                .then()
                .statusCode(409);
        spendAgain(login);

        assertThat(heard.text()).contains("a spent refresh token came back");
        assertNothingLearned();
    }

    @Test
    @Tag("stops-servers")
    void troubleLeavesNoSecret() {
        join();
        String access = learn(ada.accessToken());
        TallybookStack.stopRedis();
        try {
            Person.me(access).then().statusCode(503);
            learn(ada.login().getString("accessToken"));
        } finally {
            TallybookStack.startRedis();
        }
        Awaitility.await().until(() -> Person.me(access).statusCode() == 200);
        assertNothingLearned();
    }

    private void join() {
        ada.register();
        learn(ada.mailedToken());
        ada.verify();
    }

    private void reset() {
        Person.post("/password/forgot", Map.of("email", ada.email())).then().statusCode(202);
        String token = learn(ada.mailedToken("reset"));
        String password = learn("an amber lantern over the quay 5");
        Person.post("/password/reset", Map.of("token", token, "newPassword", password))
                .then()
                .statusCode(204);
    }

    /** The only thing that we warn of with the user's words in reach. */
    private void spendAgain(JsonPath login) {
        TestDatabase.update(
                "UPDATE refresh_token SET used_at = used_at - interval '11 seconds' WHERE used_at IS NOT NULL"
                        + " AND session_id IN (SELECT id FROM session WHERE user_id = ?::uuid)",
                login.getString("user.id"));
        Person.refresh(learn(login.getString("refreshToken"))).then().statusCode(401);
    }

    private String learn(String value) {
        secret.add(value);
        return value;
    }

    private void assertNothingLearned() {
        secret.add(secrets.internalKey());
        String log = heard.text();
        IntStream.range(0, secret.size())
                .forEach(i -> assertThat(log).as("secret %d", i).doesNotContain(secret.get(i)));
    }

    private static RequestSpecification as(String access) {
        return given().auth().oauth2(access);
    }
}
