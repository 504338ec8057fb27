package org.tallybook.auth.pat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.Program;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class PersonalTokenIT {

    private static final String PATH = Person.PATH + "/tokens";
    private static final String TRACKER = "01938d00-0000-7000-8000-0000000000aa";

    @Test
    void showsATokenOnceAndKeepsOnlyItsDigest() {
        Person ada = Person.verified();
        String access = ada.accessToken();

        Response made = Program.make(
                access, Map.of("name", " Garden sensor ", "scopes", List.of("logs:write:" + TRACKER, "logs:read")));

        made.then().statusCode(201).header("Cache-Control", "no-store").body("name", equalTo("Garden sensor"));
        assertThat(made.<String>path("token")).matches("tb_pat_[0-9A-Za-z]{49}");
        Instant created = Instant.parse(made.path("createdAt"));
        assertThat(Instant.parse(made.path("expiresAt"))).isEqualTo(created.plus(Duration.ofDays(90)));
        JsonPath listed = tokens(access);
        assertThat(listed.getString("items[0].token")).isNull();
        assertThat(listed.<String>getList("items[0].scopes")).containsExactly("logs:read", "logs:write:" + TRACKER);
        assertThat(String.join("\n", TestDatabase.rows("SELECT t::text FROM personal_token t")))
                .doesNotContain(made.<String>path("token").substring(7));
        TestMailbox.open().await(ada.email(), mail -> mail.subject().contains("personal access token"));
        assertThat(audit(access)).contains("TOKEN_CREATED Garden sensor");
    }

    @Test
    void isWorthAShortTokenWithItsScopesAndNoMore() {
        Person ada = Person.verified();
        String access = ada.accessToken();
        Program program = Program.of(access, "trackers:read", "logs:write");

        JsonPath answer = Program.exchange(program.token())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getLong("expiresIn")).isEqualTo(300);
        assertThat(answer.getString("sessionId")).isEqualTo(program.id());
        JsonPath claims = claims(answer.getString("accessToken"));
        assertThat(claims.getString("scope")).isEqualTo("logs:write trackers:read");
        assertThat(claims.getString("sid")).isEqualTo(program.id());
        assertThat(claims.<String>getList("groups")).containsExactly("user");
        Person.me(answer.getString("accessToken")).then().statusCode(200).body("username", equalTo(ada.username()));
        assertThat(tokens(access).getString("items[0].lastUsedAt")).isNotNull();
    }

    @Test
    void reachesNoAccountAndMakesNoFurtherToken() {
        String access = Person.verified().accessToken();
        Program program = Program.of(access, "trackers:write");
        String narrow = program.accessToken();

        Program.make(narrow, Map.of("name", "More", "scopes", List.of("logs:write")))
                .then()
                .statusCode(403)
                .body("type", equalTo("https://tallybook.org/problems/insufficient-scope"));
        delete(narrow, program.id()).then().statusCode(403);
        assertThat(tokens(access).getList("items")).hasSize(1);
    }

    @Test
    void endsAtOnceForItsOwnerOnly() {
        String access = Person.verified().accessToken();
        String eve = Person.verified().accessToken();
        Program program = Program.of(access, "trackers:read");
        String narrow = program.accessToken();

        delete(eve, program.id()).then().statusCode(404);
        delete(access, UUID.randomUUID().toString()).then().statusCode(404);
        delete(access, "x").then().statusCode(404);
        Person.me(narrow).then().statusCode(200);
        assertThat(tokens(eve).getList("items")).isEmpty();

        delete(access, program.id()).then().statusCode(204);

        Person.me(narrow).then().statusCode(401);
        Program.exchange(program.token()).then().statusCode(401);
        delete(access, program.id()).then().statusCode(404);
        assertThat(audit(access)).contains("TOKEN_DELETED Program");
        Person.me(access).then().statusCode(200);
    }

    @Test
    void diesWithTheAccount() {
        Person ada = Person.verified();
        String access = ada.accessToken();
        Program program = Program.of(access, "trackers:read");
        String narrow = program.accessToken();

        given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(Map.of("password", ada.password()))
                .delete(Person.PATH + "/me")
                .then()
                .statusCode(204);

        Person.me(narrow).then().statusCode(401);
        Program.exchange(program.token()).then().statusCode(401);
        assertThat(TestDatabase.count("SELECT count(*) FROM personal_token WHERE id = ?::uuid", program.id()))
                .isZero();
    }

    @Test
    void survivesASignOutEverywhere() {
        Person ada = Person.verified();
        String access = ada.accessToken();
        Program program = Program.of(access, "trackers:read");

        given().auth().oauth2(access).post(Person.PATH + "/logout-all").then().statusCode(204);

        Person.me(program.accessToken()).then().statusCode(200);
    }

    @Test
    void isWorthNothingLongerThanItLasts() {
        String access = Person.verified().accessToken();
        Program program = Program.of(access, "trackers:read");
        expire(program, "1 minute");

        assertThat(Program.exchange(program.token()).jsonPath().getLong("expiresIn"))
                .isBetween(58L, 60L);
        expire(program, "-1 second");

        Program.exchange(program.token()).then().statusCode(401);
    }

    @Test
    void whatWasNeverIssuedIsRefused() {
        Program program = Program.of(Person.verified().accessToken(), "trackers:read");
        String text = program.token();

        Program.exchange(text.substring(0, 55) + (text.endsWith("a") ? "b" : "a"))
                .then()
                .statusCode(401);
        Program.exchange("tb_pat_" + "A".repeat(49)).then().statusCode(401);
        Program.exchange(text.toLowerCase(java.util.Locale.ROOT)).then().statusCode(401);
        Program.exchange(" ").then().statusCode(400);
        given().contentType("application/json")
                .body(Map.of("token", text))
                .post("/internal/v1/tokens/exchange")
                .then()
                .statusCode(403);
        Person.me(text).then().statusCode(401);
    }

    @Test
    void isMadeOnlyByWhoHasRecentlyProvedWhoTheyAre() {
        Person ada = Person.verified();
        String access = ada.accessToken();
        TestDatabase.update(
                "UPDATE session SET proved_at = now() - interval '11 minutes' WHERE user_id ="
                        + " (SELECT id FROM identity WHERE email = ?)",
                ada.email());
        Map<String, Object> wanted = Map.of("name", "Sensor", "scopes", List.of("logs:write"));

        Program.make(access, wanted)
                .then()
                .statusCode(403)
                .body("type", equalTo("https://tallybook.org/problems/proof-required"));
        assertThat(tokens(access).getList("items")).isEmpty();
        given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(Map.of("password", ada.password()))
                .post(Person.PATH + "/sudo")
                .then()
                .statusCode(204);

        Program.make(access, wanted).then().statusCode(201);
    }

    @Test
    void fiftyAreEnoughEvenWhenAskedForAtOnce() throws Exception {
        String access = Person.verified().accessToken();
        Program first = Program.of(access, "trackers:read");
        TestDatabase.update(
                "INSERT INTO personal_token SELECT gen_random_uuid(), user_id, name,"
                        + " sha256(gen_random_uuid()::text::bytea), scopes, created_at, expires_at, NULL"
                        + " FROM personal_token, generate_series(1, 48) WHERE id = ?::uuid",
                first.id());

        List<Response> answers =
                InParallel.times(5, i -> Program.make(access, Map.of("name", "N" + i, "scopes", List.of("logs:read"))));

        List<Integer> statuses =
                answers.stream().map(Response::statusCode).sorted().toList();
        assertThat(statuses).containsExactly(201, 409, 409, 409, 409);
        expire(first, "-1 second");
        Program.make(access, Map.of("name", "Room again", "scopes", List.of("logs:read")))
                .then()
                .statusCode(201);
    }

    @Test
    void namesEveryFaultAndMakesNothing() {
        String access = Person.verified().accessToken();

        Response answer = Program.make(
                access, Map.of("name", " ", "scopes", List.of("full", "logs:read", "logs:read"), "expiresInDays", 366));

        answer.then().statusCode(400);
        assertThat(answer.jsonPath().<String>getList("errors.field"))
                .containsExactlyInAnyOrder("name", "scopes[0]", "scopes[2]", "expiresInDays");
        for (Object wrong : List.of(
                Map.of("scopes", List.of("logs:read")),
                Map.of("name", "N"),
                Map.of("name", "N", "scopes", List.of()),
                Map.of("name", "N", "scopes", Collections.nCopies(11, "logs:read")),
                Map.of("name", "N", "scopes", List.of("logs:write:not-an-id")),
                Map.of("name", "N", "scopes", List.of("admin")),
                Map.of("name", "N", "scopes", List.of("logs:read"), "expiresInDays", 0),
                Map.of("name", "N".repeat(101), "scopes", List.of("logs:read")),
                Map.of("name", "N", "scopes", List.of("logs:read"), "userId", UUID.randomUUID()))) {
            Program.make(access, wrong).then().statusCode(400);
        }
        assertThat(tokens(access).getList("items")).isEmpty();
    }

    @Test
    void pagesThroughTokens() {
        String access = Person.verified().accessToken();
        String first = Program.of(access, "logs:read").id();
        String second = Program.of(access, "logs:read").id();

        JsonPath newest = page(access, "?limit=1");
        JsonPath rest = page(access, "?limit=1&cursor=" + newest.getString("nextCursor"));

        assertThat(newest.getString("items[0].id")).isEqualTo(second);
        assertThat(rest.getString("items[0].id")).isEqualTo(first);
        given().auth().oauth2(access).get(PATH).then().body("nextCursor", nullValue());
        given().auth().oauth2(access).get(PATH + "?limit=0").then().statusCode(400);
    }

    private static void expire(Program program, String in) {
        TestDatabase.update(
                "UPDATE personal_token SET created_at = now() - interval '1 day', expires_at = now() + ?::interval"
                        + " WHERE id = ?::uuid",
                in,
                program.id());
    }

    private static JsonPath claims(String jwt) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static List<String> audit(String access) {
        return given().auth()
                .oauth2(access)
                .get(Person.PATH + "/audit")
                .jsonPath()
                .getList("items.collect { it.action + ' ' + it.subject }");
    }

    private static JsonPath tokens(String access) {
        return page(access, "");
    }

    private static JsonPath page(String access, String query) {
        return given().auth()
                .oauth2(access)
                .get(PATH + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response delete(String access, String id) {
        return given().auth().oauth2(access).delete(PATH + "/" + id);
    }
}
