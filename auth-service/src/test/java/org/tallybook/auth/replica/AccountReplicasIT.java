package org.tallybook.auth.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tallybook.auth.support.AuthenticatorApp;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;

/** What may happen once happens once, however many replicas are asked for it at the same time. */
@ExtendWith(TwoReplicas.class)
class AccountReplicasIT {

    private final Replicas both;

    AccountReplicasIT(Replicas both) {
        this.both = both;
    }

    @Test
    void tenRegistrationsOfOneAddressMakeOneAccount() throws Exception {
        Person ada = Person.stranger();

        List<Integer> answers = InParallel.times(
                10, i -> both.number(i).post("/register", registration(ada, i)).statusCode());

        assertThat(answers).containsOnly(202);
        assertThat(TestDatabase.count("SELECT count(*) FROM identity WHERE lower(email) = ?", ada.email()))
                .isEqualTo(1);
        ada.verify();
        assertThat(both.second().login(ada).getString("user.email")).isEqualToIgnoringCase(ada.email());
    }

    @Test
    void aVerificationLinkWorksOnce() throws Exception {
        Person ada = Person.stranger();
        ada.register();
        String token = ada.mailedToken();

        List<Integer> answers = InParallel.times(
                8,
                i -> both.number(i)
                        .post("/verify-email", Map.of("token", token))
                        .statusCode());

        assertThat(answers).containsOnlyOnce(204).containsOnly(204, 400);
    }

    @Test
    void aResetLinkWorksOnce() throws Exception {
        Person ada = Person.verified();
        both.second()
                .post("/password/forgot", Map.of("email", ada.email()))
                .then()
                .statusCode(202);
        String token = ada.mailedToken("reset");

        List<Integer> answers = InParallel.times(
                6,
                i -> both.number(i)
                        .post("/password/reset", Map.of("token", token, "newPassword", password(i)))
                        .statusCode());

        assertThat(answers).containsOnlyOnce(204).containsOnly(204, 400);
        int winner = answers.indexOf(204);
        both.number(winner + 1)
                .tryLogin(ada.withPassword(password(winner)))
                .then()
                .statusCode(200);
        both.number(winner)
                .tryLogin(ada.withPassword(password(winner + 1)))
                .then()
                .statusCode(401);
    }

    @Test
    void aCodeOfTheAuthenticatorOpensOneSession() throws Exception {
        Person ada = Person.verified();
        JsonPath tokens = both.first().login(ada);
        AuthenticatorApp app = AuthenticatorApp.on(tokens);
        List<String> waiting = List.of(challenge(0, ada), challenge(1, ada), challenge(0, ada), challenge(1, ada));
        String code = app.code();

        List<Integer> answers = InParallel.times(4, i -> finish(i, waiting.get(i), code));

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 401);
        assertThat(sessions(tokens)).isEqualTo(2);
        assertThat(finish(1, challenge(0, ada), code)).isEqualTo(401);
    }

    @Test
    void aRecoveryCodeOpensOneSession() throws Exception {
        Person ada = Person.verified();
        JsonPath tokens = both.first().login(ada);
        String code = AuthenticatorApp.on(tokens).recoveryCodes().get(0);
        List<String> waiting = List.of(challenge(0, ada), challenge(1, ada), challenge(0, ada), challenge(1, ada));

        List<Integer> answers = InParallel.times(4, i -> finish(i, waiting.get(i), code));

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 401);
        assertThat(sessions(tokens)).isEqualTo(2);
    }

    @Test
    void oneSignInIsFinishedOnceThoughBothKnowIt() throws Exception {
        Person ada = Person.verified();
        JsonPath tokens = both.first().login(ada);
        List<String> codes = AuthenticatorApp.on(tokens).recoveryCodes();
        String waiting = challenge(0, ada);

        List<Integer> answers = InParallel.times(4, i -> finish(i, waiting, codes.get(i)));

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 401);
        assertThat(sessions(tokens)).isEqualTo(2);
    }

    @Test
    void fiveWrongPasswordsAreFiveOnBothTogether() throws Exception {
        Person ada = Person.verified().withPassword("not the password at all");

        List<Integer> answers =
                InParallel.times(16, i -> both.number(i).tryLogin(ada).statusCode());

        assertThat(answers).containsOnly(401, 429);
        assertThat(answers.stream().filter(status -> status == 401)).hasSize(5);
        for (Replica replica : List.of(both.first(), both.second())) {
            Response refused = replica.tryLogin(ada.withPassword(Person.PASSWORD));
            refused.then().statusCode(429);
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        }
    }

    private static Map<String, String> registration(Person person, int number) {
        String email = number % 4 < 2 ? person.email() : person.email().toUpperCase(Locale.ROOT);
        return Map.of(
                "email",
                email,
                "username",
                person.username(),
                "password",
                person.password(),
                "timeZone",
                "Europe/Berlin",
                "locale",
                "en");
    }

    private static String password(int number) {
        return "lantern over the bay no " + number;
    }

    private String challenge(int number, Person person) {
        return both.number(number)
                .tryLogin(person)
                .then()
                .statusCode(401)
                .extract()
                .path("mfaToken");
    }

    private int finish(int number, String token, String code) {
        return both.number(number)
                .post("/login/mfa", Map.of("mfaToken", token, "code", code))
                .statusCode();
    }

    private static long sessions(JsonPath tokens) {
        return TestDatabase.count("SELECT count(*) FROM session WHERE user_id = ?::uuid", tokens.getString("user.id"));
    }
}
