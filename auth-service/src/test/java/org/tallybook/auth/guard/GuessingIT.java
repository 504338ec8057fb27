package org.tallybook.auth.guard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

/** Somebody guesses passwords: is slowed down, learns nothing about accounts, and locks nobody out. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
@TestProfile(GuessingIT.EarlyEnd.class)
class GuessingIT {

    private static final int END = 9;
    private static final String WRONG = "not the password at all";
    private static final String BROWSER = "Mozilla/5.0 Firefox/146.0";

    /** The end comes after a few wrong passwords instead of a hundred. */
    public static class EarlyEnd implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tallybook.guard.hard-stop", Integer.toString(END), "tallybook.guard.longest-pause", "6s");
        }
    }

    @Inject
    Secrets secrets;

    private final String home = network();
    private Person ada = Person.stranger();

    @BeforeEach
    void adaHasAnAccount() {
        ada = Person.verified();
    }

    @Test
    void oneLoginFromOneNetworkMayBeTriedFiveTimesAMinute() {
        for (int i = 0; i < 5; i++) {
            login(ada.email(), WRONG, home).then().statusCode(401);
        }

        Response sixth = login(ada.email(), ada.password(), home);

        sixth.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tallybook.org/problems/too-many-requests"));
        assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(1, 12);
        login(ada.email(), ada.password(), network()).then().statusCode(200);
    }

    @Test
    void aLoginOfNobodyIsTreatedTheSame() {
        Person nobody = Person.stranger();
        for (String login : List.of(nobody.email(), nobody.username())) {
            for (int i = 0; i < 5; i++) {
                login(login, WRONG, home).then().statusCode(401);
            }
            login(login, WRONG, home).then().statusCode(429);
            failFromEverywhere(login, 3);
            login(login, WRONG, network()).then().statusCode(429);
        }
    }

    @Test
    void aHundredParallelTriesDoNotSlipThrough() throws Exception {
        List<Integer> answers =
                InParallel.times(100, i -> login(ada.email(), WRONG, home).statusCode());

        assertThat(answers).containsOnly(401, 429);
        // Every 12 s one more may be tried, and a slow machine takes long for a hundred.
        assertThat(answers.stream().filter(status -> status == 401)).hasSizeBetween(5, 7);
    }

    /** More than the hashing pool takes at once: some are told to come again, none is let in, and nothing breaks. */
    @Test
    void aHundredParallelTriesFromEverywhereKeepTheOwnerNeitherOutNorWaiting() throws Exception {
        login(ada.email(), ada.password(), home).then().statusCode(200);

        List<Response> answers = InParallel.times(100, i -> login(ada.email(), WRONG, "10.77.1." + (i + 1)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(401, 429, 503));
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 401))
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isNotBlank());
        login(ada.email(), ada.password(), home).then().statusCode(200);
        login(ada.email(), ada.password(), network()).then().statusCode(200);
    }

    @Test
    void theRightPasswordForgivesTheWrongOnes() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                login(ada.username(), WRONG, home).then().statusCode(401);
            }
            login(ada.username(), ada.password(), home).then().statusCode(200);
        }
    }

    @Test
    void aStrangerWhoFailsOnPurposeLocksNobodyOut() {
        login(ada.email(), ada.password(), home).then().statusCode(200);
        failFromEverywhere(ada.email(), 8);

        login(ada.email(), WRONG, network()).then().statusCode(429);
        login(ada.email(), ada.password(), network()).then().statusCode(429);
        login(ada.email(), ada.password(), home).then().statusCode(200);
    }

    @Test
    void inTheEndUnknownDevicesAreRefusedUntilThePasswordIsReset() {
        login(ada.email(), ada.password(), home).then().statusCode(200);
        failFromEverywhere(ada.email(), END);
        TestMailbox.open().await(ada.email(), mail -> mail.subject().equals("Sign-in was stopped for your safety"));
        pauseLongerThanAnyPause();
        login(ada.email(), ada.password(), network()).then().statusCode(429);

        Person.post("/password/forgot", Map.of("email", ada.email())).then().statusCode(202);
        String renewed = "a new lantern over the bay";
        Person.post("/password/reset", Map.of("token", ada.mailedToken("reset"), "newPassword", renewed))
                .then()
                .statusCode(204);

        login(ada.email(), renewed, network()).then().statusCode(200);
    }

    @Test
    void tellsTheOwnerOfANewDeviceButNotOfTheFirst() {
        login(ada.email(), ada.password(), home).then().statusCode(200);
        login(ada.email(), ada.password(), home).then().statusCode(200);
        String elsewhere = network();
        login(ada.email(), ada.password(), elsewhere).then().statusCode(200);

        TestMailbox.open()
                .await(
                        ada.email(),
                        mail -> mail.subject().equals("A new device signed in to your account")
                                && mail.text().contains(BROWSER + " (" + elsewhere + ")"));
        assertThat(TestMailbox.open().to(ada.email()).stream()
                        .filter(mail -> mail.text().contains(home)))
                .isEmpty();
    }

    @Test
    void aSignedInUsersPasswordCannotBeGuessedEither() {
        String access = login(ada.email(), ada.password(), home).jsonPath().getString("accessToken");

        for (int i = 0; i < 5; i++) {
            changePassword(access).then().statusCode(403);
        }
        changePassword(access).then().statusCode(429);
    }

    @Test
    @Tag("stops-servers")
    void countsForItselfWhileRedisIsAway() {
        Person nobody = Person.stranger();
        TallybookStack.stopRedis();
        try {
            for (int i = 0; i < 5; i++) {
                login(nobody.email(), WRONG, home).then().statusCode(401);
            }
            login(nobody.email(), WRONG, home).then().statusCode(429);
        } finally {
            TallybookStack.startRedis();
        }
    }

    /** So many wrong passwords, each from another network, waiting wherever a pause is asked for; the next is 4 s. */
    private void failFromEverywhere(String login, int times) {
        for (int wrong = 0; wrong < times; ) {
            wrong += login(login, WRONG, network()).statusCode() == 401 ? 1 : 0;
        }
    }

    private static Response changePassword(String access) {
        return given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(Map.of("currentPassword", WRONG, "newPassword", "some other lantern 99"))
                .post(Person.PATH + "/password/change");
    }

    private Response login(String login, String password, String address) {
        return given().contentType("application/json")
                .header("X-Internal-Key", secrets.internalKey())
                .header("X-Forwarded-For", address)
                .header("User-Agent", BROWSER)
                .body(Map.of("login", login, "password", password))
                .post(Person.PATH + "/login");
    }

    /** An address that no other test has used. */
    private static String network() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(1, 255);
    }

    private static void pauseLongerThanAnyPause() {
        long begin = System.nanoTime();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> System.nanoTime() - begin > 7_000_000_000L);
    }
}
