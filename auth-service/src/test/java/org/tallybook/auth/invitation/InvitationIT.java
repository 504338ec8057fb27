package org.tallybook.auth.invitation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.connection.FakeProvider;
import org.tallybook.auth.support.ByInvitation;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

/** Registration is by invitation; who has none learns nothing, and who has one learns no more. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(FakeProvider.class)
@TestProfile(ByInvitation.class)
class InvitationIT {

    private static final String INVITATIONS = Person.PATH + "/admin/invitations";

    @Inject
    CreateInvitation inviting;

    /** One for all tests: each signs in anew, which is a fresh proof. */
    private static final Person CHIEF = Person.stranger();

    private static boolean invited;
    private String access = "";

    @BeforeEach
    void theOperatorInvitedTheFirstAdministrator() throws Throwable {
        if (!invited) {
            var wish = new CreateInvitation.Wish(null, null, Locale.ENGLISH);
            NewInvitation atTheDesk = VertxContextSupport.subscribeAndAwait(() -> inviting.createAtTheDesk(wish));
            register(CHIEF, tokenIn(atTheDesk.link().toString())).then().statusCode(202);
            CHIEF.verify();
            TestDatabase.update("UPDATE identity SET roles = ARRAY['admin', 'user'] WHERE email = ?", CHIEF.email());
            invited = true;
        }
        access = CHIEF.accessToken();
    }

    @Test
    void withoutAGoodOneNobodyRegistersWhoeverTheyAre() {
        String never = "A".repeat(43);

        List<Response> refused = new ArrayList<>();
        for (Person person : List.of(Person.stranger(), CHIEF)) {
            refused.add(register(person, null));
            refused.add(register(person, "x"));
            refused.add(register(person, never));
        }

        for (Response answer : refused) {
            answer.then().statusCode(403).body("type", containsString("invitation-invalid"));
            assertThat(answer.<String>path("detail")).isEqualTo(refused.get(0).path("detail"));
        }
    }

    @Test
    void letsOnePersonIn() {
        Response made = invite(Map.of());
        Person ada = Person.stranger();

        register(ada, token(made)).then().statusCode(202);
        ada.verify();
        ada.tryLogin().then().statusCode(200);

        made.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("state", equalTo("OPEN"))
                .body("link", containsString("http://localhost:8080/register?invitation="));
        refused(Person.stranger(), token(made));
        register(ada, token(made)).then().statusCode(202);
        JsonPath listed = listed(made);
        assertThat(listed.getString("state")).isEqualTo("USED");
        assertThat(listed.getString("link")).isNull();
        assertThat(TestDatabase.rows(
                        "SELECT invitation::text FROM invitation WHERE id = ?::uuid", made.<String>path("id")))
                .noneMatch(row -> row.contains(token(made)) || row.contains(ada.email()));
        assertThat(given().auth()
                        .oauth2(access)
                        .get(Person.PATH + "/audit")
                        .jsonPath()
                        .getList("items.action"))
                .contains("INVITATION_CREATED");
    }

    @Test
    void doesNotTellWhoHasAnAccount() {
        String onKnown = token(invite(Map.of()));
        String onNew = token(invite(Map.of()));

        Response known = register(CHIEF, onKnown);
        Response fresh = register(Person.stranger(), onNew);

        assertThat(known.statusCode()).isEqualTo(fresh.statusCode()).isEqualTo(202);
        refused(Person.stranger(), onKnown);
        refused(Person.stranger(), onNew);
    }

    @Test
    void ofManyAtOnceOneGetsIn() throws Exception {
        String token = token(invite(Map.of()));

        List<Integer> statuses =
                InParallel.times(8, i -> register(Person.stranger(), token).statusCode());

        assertThat(statuses).containsOnlyOnce(202).containsOnly(202, 403);
    }

    @Test
    void whoChoseATakenNameTriesAgain() {
        String token = token(invite(Map.of()));
        Person ada = Person.stranger();

        register(new Person(ada.email(), CHIEF.username(), ada.password()), token)
                .then()
                .statusCode(202);
        register(ada, token).then().statusCode(202);

        ada.verify();
        ada.tryLogin().then().statusCode(200);
    }

    @Test
    void oneForAnAddressIsMailedThereAndGoodForNobodyElse() {
        Person ada = Person.stranger();
        Response made = invite(Map.of("email", ada.email(), "locale", "de"));

        var mail = TestMailbox.open().await(ada.email());
        String mailed = tokenIn(mail.text());
        refused(Person.stranger(), mailed);
        register(new Person(ada.email().toUpperCase(Locale.ROOT), ada.username(), ada.password()), mailed)
                .then()
                .statusCode(202);

        assertThat(mail.subject()).isEqualTo("Du bist zu Tallybook eingeladen");
        assertThat(mail.html()).contains("/register?invitation=" + token(made));
        assertThat(mailed).isEqualTo(token(made));
        ada.verify();
        ada.tryLogin().then().statusCode(200);
    }

    @Test
    void anExpiredOrRevokedOneIsGoodForNothing() {
        Response late = invite(Map.of("expiresInDays", 1));
        Response taken = invite(Map.of());
        TestDatabase.update(
                "UPDATE invitation SET created_at = now() - interval '2 days', expires_at = now() - interval '1 second'"
                        + " WHERE id = ?::uuid",
                late.<String>path("id"));

        revoke(taken).then().statusCode(204);

        refused(Person.stranger(), token(late));
        refused(Person.stranger(), token(taken));
        assertThat(listed(late).getString("state")).isEqualTo("EXPIRED");
        revoke(taken).then().statusCode(404);
        assertThat(given().auth()
                        .oauth2(access)
                        .get(Person.PATH + "/audit")
                        .jsonPath()
                        .getList("items.action"))
                .contains("INVITATION_REVOKED");
    }

    @Test
    void goesWithTheAccountThatCameOfIt() {
        Response made = invite(Map.of());
        Person ada = Person.stranger();
        register(ada, token(made));
        ada.verify();

        given().auth()
                .oauth2(ada.accessToken())
                .contentType("application/json")
                .body(Map.of("password", ada.password()))
                .delete(Person.PATH + "/me")
                .then()
                .statusCode(204);

        assertThat(TestDatabase.count("SELECT count(*) FROM invitation WHERE id = ?::uuid", made.<String>path("id")))
                .isZero();
        refused(ada, token(made));
    }

    @Test
    void needsARecentProofAndFieldsThatMakeSense() {
        invite(Map.of("email", "nobody")).then().statusCode(400).body("errors[0].field", equalTo("email"));
        invite(Map.of("expiresInDays", 91)).then().statusCode(400);
        invite(Map.of("expiresInDays", 0)).then().statusCode(400);
        invite(Map.of("role", "admin")).then().statusCode(400);
        Response good = invite(Map.of());
        TestDatabase.update(
                "UPDATE session SET proved_at = now() - interval '11 minutes'"
                        + " WHERE user_id = (SELECT id FROM identity WHERE email_key = ?)",
                CHIEF.email());

        invite(Map.of()).then().statusCode(403).body("type", containsString("proof-required"));
        revoke(good).then().statusCode(403).body("type", containsString("proof-required"));
        register(Person.stranger(), token(good)).then().statusCode(202);
    }

    private static void refused(Person person, String token) {
        register(person, token).then().statusCode(403).body("type", containsString("invitation-invalid"));
    }

    private static Response register(Person person, @Nullable String invitation) {
        var body = new HashMap<String, Object>(
                Map.of("email", person.email(), "username", person.username(), "password", person.password()));
        if (invitation != null) {
            body.put("invitation", invitation);
        }
        return Person.post("/register", body);
    }

    private Response invite(Map<String, ?> wish) {
        return given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(wish)
                .post(INVITATIONS);
    }

    private Response revoke(Response made) {
        return given().auth().oauth2(access).delete(INVITATIONS + "/" + UUID.fromString(made.path("id")));
    }

    private JsonPath listed(Response made) {
        Response page = given().auth().oauth2(access).get(INVITATIONS + "?limit=200");
        page.then().statusCode(200);
        Map<String, Object> found = page.jsonPath().getMap("items.find { it.id == '" + made.path("id") + "' }");
        return new JsonPath(io.vertx.core.json.JsonObject.mapFrom(found).encode());
    }

    private static String token(Response made) {
        return tokenIn(made.path("link"));
    }

    private static String tokenIn(String text) {
        int start = text.indexOf("/register?invitation=") + 21;
        return text.substring(start, start + 43);
    }
}
