package org.tallybook.auth.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.identity.Administrators;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.Program;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class AdminIT {

    private static final String USERS = Person.PATH + "/admin/users";

    @Inject
    Administrators administrators;

    @Test
    void findsUsersByTheBeginningOfNameOrAddress() {
        String admin = administrator().accessToken();
        Person ada = Person.verified();
        Person bob = Person.verified();
        String tail = ada.username().substring(2);

        assertThat(names(users(admin, "?q=P-" + tail))).containsExactly(ada.username());
        assertThat(names(users(admin, "?q=p." + tail))).containsExactly(ada.username());
        assertThat(names(users(admin, "?q=%25" + tail))).isEmpty();
        assertThat(names(users(admin, "?q=p_" + tail))).isEmpty();
        JsonPath first = users(admin, "?limit=1");
        JsonPath second = users(admin, "?limit=1&cursor=" + first.getString("nextCursor"));
        assertThat(names(first)).containsExactly(bob.username());
        assertThat(names(second)).containsExactly(ada.username());
        JsonPath one = get(admin, USERS + "/" + second.getString("items[0].id")).jsonPath();
        assertThat(one.getString("email")).isEqualTo(ada.email());
        assertThat(one.getBoolean("locked")).isFalse();
        get(admin, USERS + "?limit=0").then().statusCode(400);
        get(admin, USERS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void findsUsersByTheirState() {
        String admin = administrator().accessToken();
        Person locked = Person.verified();
        String tail = locked.username().substring(2, 6);
        TestDatabase.update("UPDATE identity SET locked_at = now() WHERE email = ?", locked.email());
        Person unverified = Person.stranger();
        unverified.register();
        Person active = Person.verified();

        assertThat(names(users(admin, "?limit=200&state=LOCKED&q=p-" + tail))).contains(locked.username());
        assertThat(names(users(admin, "?limit=200&state=LOCKED"))).doesNotContain(active.username());
        assertThat(names(users(admin, "?limit=1&state=UNVERIFIED"))).containsExactly(unverified.username());
        JsonPath page = users(admin, "?limit=1&state=ACTIVE");
        assertThat(names(page)).containsExactly(active.username());
        assertThat(names(users(admin, "?limit=200&state=ACTIVE&cursor=" + page.getString("nextCursor"))))
                .doesNotContain(active.username(), locked.username(), unverified.username());
        get(admin, USERS + "?state=GONE").then().statusCode(400).body("errors[0].field", equalTo("state"));
    }

    @Test
    void aLockedUserIsOutEverywhereAtOnce() {
        String admin = administrator().accessToken();
        Person eve = Person.verified();
        JsonPath login = eve.login();
        String id = login.getString("user.id");
        Program program = Program.of(login.getString("accessToken"), "trackers:read");
        String narrow = program.accessToken();

        write(admin, "POST", id + "/lock").then().statusCode(204);

        Person.me(login.getString("accessToken")).then().statusCode(401);
        Person.me(narrow).then().statusCode(401);
        Person.refresh(login.getString("refreshToken")).then().statusCode(401);
        Program.exchange(program.token()).then().statusCode(401);
        eve.tryLogin().then().statusCode(403).body("type", containsString("account-locked"));
        assertThat(get(admin, USERS + "/" + id).jsonPath().getString("lockedAt"))
                .isNotNull();
        write(admin, "POST", id + "/lock").then().statusCode(204);
        assertThat(actions(admin, id)).containsOnlyOnce("LOCKED by true");
        assertThat(lastEvent(id, "user.locked.v1").getBoolean("locked")).isTrue();

        write(admin, "POST", id + "/unlock").then().statusCode(204);

        Person.refresh(login.getString("refreshToken")).then().statusCode(401);
        eve.tryLogin().then().statusCode(200);
        Program.exchange(program.token()).then().statusCode(200);
        write(admin, "POST", id + "/unlock").then().statusCode(204);
        assertThat(actions(admin, id)).containsOnlyOnce("UNLOCKED by true");
        assertThat(lastEvent(id, "user.profile-changed.v1").getBoolean("locked"))
                .isFalse();
    }

    @Test
    void endsTheSessionsOfAUserWhoMaySignInAgain() {
        String admin = administrator().accessToken();
        Person eve = Person.verified();
        JsonPath login = eve.login();

        write(admin, "DELETE", login.getString("user.id") + "/sessions").then().statusCode(204);

        Person.me(login.getString("accessToken")).then().statusCode(401);
        Person.refresh(login.getString("refreshToken")).then().statusCode(401);
        eve.tryLogin().then().statusCode(200);
        assertThat(actions(admin, login.getString("user.id"))).contains("ALL_SESSIONS_ENDED by true");
        write(admin, "DELETE", UUID.randomUUID() + "/sessions").then().statusCode(404);
    }

    @Test
    void nobodyLocksThemselfOrWhomThereIsNot() {
        JsonPath admin = administrator().login();
        String access = admin.getString("accessToken");

        write(access, "POST", admin.getString("user.id") + "/lock")
                .then()
                .statusCode(409)
                .body("type", containsString("own-account"));
        write(access, "POST", UUID.randomUUID() + "/lock").then().statusCode(404);
        write(access, "POST", "x/lock").then().statusCode(404);
        Person.me(access).then().statusCode(200);
    }

    @Test
    void everyWriteNeedsARecentProof() {
        JsonPath admin = administrator().login();
        String access = admin.getString("accessToken");
        JsonPath eve = Person.verified().login();
        String id = eve.getString("user.id");
        TestDatabase.update(
                "UPDATE session SET proved_at = now() - interval '11 minutes' WHERE user_id = ?::uuid",
                admin.getString("user.id"));

        for (Response refused : List.of(
                write(access, "POST", id + "/lock"),
                write(access, "POST", id + "/unlock"),
                write(access, "DELETE", id + "/sessions"),
                rotate(access, "{}"))) {
            refused.then().statusCode(403).body("type", containsString("proof-required"));
        }
        Person.me(eve.getString("accessToken")).then().statusCode(200);
        get(access, USERS).then().statusCode(200);
    }

    @Test
    void theTokenOfAnAdministratorsProgramIsNoAdministrator() {
        String access = administrator().accessToken();
        String narrow = Program.of(access, "trackers:write").accessToken();

        get(narrow, USERS).then().statusCode(403);
        rotate(narrow, "{}").then().statusCode(403);
    }

    @Test
    void somebodyStaysInCharge() {
        Person ada = administrator();
        TestDatabase.update("UPDATE identity SET roles = ARRAY['user'] WHERE email <> ?", ada.email());
        String access = ada.accessToken();

        leave(ada, access).then().statusCode(409).body("type", containsString("last-administrator"));
        Person.me(access).then().statusCode(200);
        administrator();

        leave(ada, access).then().statusCode(204);
    }

    @Test
    void ofTwoWhoLockEachOtherOneStaysIn() throws Exception {
        Person ada = administrator();
        Person bob = administrator();
        TestDatabase.update(
                "UPDATE identity SET roles = ARRAY['user'] WHERE email NOT IN (?, ?)", ada.email(), bob.email());
        List<JsonPath> both = List.of(ada.login(), bob.login());

        List<Integer> statuses = InParallel.times(
                2,
                i -> write(
                                both.get(i).getString("accessToken"),
                                "POST",
                                both.get(1 - i).getString("user.id") + "/lock")
                        .statusCode());

        assertThat(statuses).containsOnlyOnce(204);
        assertThat(TestDatabase.count(
                        "SELECT count(*) FROM identity WHERE 'admin' = ANY (roles) AND locked_at IS NULL"))
                .isEqualTo(1);
    }

    @Test
    void theOperatorNamesTheFirstByAddressOrUsername() {
        Person chief = new Person("Chief.of.Tests@people.example", "chief-of-tests", Person.PASSWORD);
        Person deputy = new Person("deputy@people.example", "deputy-of-tests", Person.PASSWORD);
        for (Person person : List.of(chief, deputy)) {
            person.register();
            assertThat(roles(person)).isEqualTo("{user}");
            person.verify();
            assertThat(person.login().getList("user.roles")).contains("admin");
            get(person.accessToken(), USERS).then().statusCode(200);
            TestDatabase.update("UPDATE identity SET roles = ARRAY['user'] WHERE email = ?", person.email());
        }
        Person notYet = new Person("chief.of.tests@people.example.org", "chief.of.tests", Person.PASSWORD);
        notYet.register();

        assertThat(administrators.appoint().await().indefinitely()).hasSize(2);

        assertThat(roles(chief)).isEqualTo("{admin,user}");
        assertThat(roles(notYet)).isEqualTo("{user}");
        assertThat(administrators.appoint().await().indefinitely()).isEmpty();
    }

    @Test
    void readsTheEventsOfAnyUser() {
        String admin = administrator().accessToken();
        JsonPath eve = Person.verified().login();

        assertThat(actions(admin, eve.getString("user.id"))).contains("LOGIN by false");
        get(admin, Person.PATH + "/admin/audit?user=x").then().statusCode(400).body("errors[0].field", equalTo("user"));
        get(admin, Person.PATH + "/admin/audit").then().statusCode(400);
    }

    private static Person administrator() {
        Person person = Person.verified();
        TestDatabase.update("UPDATE identity SET roles = ARRAY['admin', 'user'] WHERE email = ?", person.email());
        return person;
    }

    private static String roles(Person person) {
        return TestDatabase.rows("SELECT roles::text FROM identity WHERE email = ?", person.email())
                .get(0);
    }

    private static Response leave(Person person, String access) {
        return given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(Map.of("password", person.password()))
                .delete(Person.PATH + "/me");
    }

    private static Response rotate(String access, String body) {
        return given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(body)
                .post(Person.PATH + "/admin/keys/rotate");
    }

    private static Response write(String access, String method, String path) {
        return given().auth().oauth2(access).request(method, USERS + "/" + path);
    }

    private static Response get(String access, String path) {
        return given().urlEncodingEnabled(false).auth().oauth2(access).get(path);
    }

    private static JsonPath users(String access, String query) {
        Response answer = get(access, USERS + query);
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    private static List<String> names(JsonPath page) {
        return page.getList("items.username");
    }

    private static List<String> actions(String admin, String user) {
        return get(admin, Person.PATH + "/admin/audit?user=" + user)
                .jsonPath()
                .getList("items.collect { it.action + ' by ' + it.byAdministrator }");
    }

    private static JsonPath lastEvent(String user, String type) {
        List<String> events = TestDatabase.rows(
                "SELECT data FROM outbox WHERE user_id = ?::uuid AND type = ? ORDER BY seq DESC", user, type);
        return JsonPath.from(events.get(0));
    }
}
