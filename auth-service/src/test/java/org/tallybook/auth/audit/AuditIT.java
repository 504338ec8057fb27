package org.tallybook.auth.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class AuditIT {

    private static final String PATH = Person.PATH + "/audit";

    @Test
    void showsUsersTheirSignInsTheNewestFirst() {
        Person ada = Person.verified();
        given().contentType("application/json")
                .header("User-Agent", "Diary/7")
                .body("{\"login\":\"" + ada.email() + "\",\"password\":\"" + ada.password() + "\"}")
                .post(Person.PATH + "/login")
                .then()
                .statusCode(200);
        String access = ada.accessToken();

        JsonPath events = audit(access, "");

        assertThat(events.getList("items.findAll { it.action == 'LOGIN' }")).hasSize(2);
        assertThat(events.getString("items.findAll { it.action == 'LOGIN' }[1].userAgent"))
                .isEqualTo("Diary/7");
        assertThat(events.getString("items[0].ip")).isEqualTo("127.0.0.1");
        assertThat(events.getBoolean("items[0].byAdministrator")).isFalse();
    }

    @Test
    void showsTheSignInsAloneWithWhenAndWhereFrom() {
        Person ada = Person.verified();
        ada.login();
        String access = ada.accessToken();

        JsonPath first = signIns(access, "limit=1");
        JsonPath second = signIns(access, "limit=5&cursor=" + first.getString("nextCursor"));

        assertThat(first.getList("items.action")).containsExactly("LOGIN");
        assertThat(second.getList("items.action")).containsExactly("LOGIN");
        assertThat(first.getString("items[0].id")).isNotEqualTo(second.getString("items[0].id"));
        assertThat(second.getString("items[0].at")).isLessThan(first.getString("items[0].at"));
        assertThat(second.getString("nextCursor")).isNull();
        given().auth()
                .oauth2(access)
                .get(Person.PATH + "/audit?action=login")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("action"));
    }

    private static JsonPath signIns(String access, String query) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(access)
                .get(Person.PATH + "/audit?action=LOGIN&" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void pagesWithoutLosingOrRepeating() {
        Person ada = Person.verified();
        ada.accessToken();
        ada.accessToken();
        String access = ada.accessToken();
        List<String> all = audit(access, "").getList("items.id");

        JsonPath first = audit(access, "?limit=1");
        JsonPath second = audit(access, "?limit=200&cursor=" + first.getString("nextCursor"));

        assertThat(first.getList("items.id")).containsExactly(all.get(0));
        assertThat(second.<String>getList("items.id")).isEqualTo(all.subList(1, all.size()));
        assertThat(second.getString("nextCursor")).isNull();
    }

    @Test
    void showsNobodyElsesEvents() {
        Person ada = Person.verified();
        String adasEvent = audit(ada.accessToken(), "").getString("items[0].id");
        String eve = Person.verified().accessToken();

        assertThat(audit(eve, "").<String>getList("items.id")).isNotEmpty().doesNotContain(adasEvent);
        given().get(PATH).then().statusCode(401);
    }

    @Test
    void tellsTheWholeStoryOfAnAccount() {
        Person ada = Person.verified();
        JsonPath phone = ada.login();
        String access = ada.accessToken();
        send(access, "PATCH", "/me", "{\"username\":\"" + ada.username() + "-2\",\"locale\":\"fr\"}");
        send(access, "PATCH", "/me", "{\"locale\":\"en\"}");
        String session = sessions(access).getString("items.find { !it.current }.id");
        send(access, "DELETE", "/sessions/" + session, "");
        send(access, "POST", "/logout", "");
        Person.refresh(phone.getString("refreshToken")).then().statusCode(401);
        String second = ada.accessToken();
        String change = "{\"currentPassword\":\"%s\",\"newPassword\":\"a heron over the roof 7\"}";
        send(second, "POST", "/password/change", String.format(change, ada.password()));
        send(second, "POST", "/logout-all", "");
        reset(ada);
        reuseARefreshToken(ada.login());

        JsonPath events = audit(ada.accessToken(), "?limit=200");

        assertThat(events.<String>getList("items.findAll { it.action != 'NEW_DEVICE' }.action"))
                .containsExactly(
                        "LOGIN",
                        "REFRESH_TOKEN_REUSED",
                        "LOGIN",
                        "PASSWORD_RESET",
                        "ALL_SESSIONS_ENDED",
                        "PASSWORD_CHANGED",
                        "LOGIN",
                        "SESSION_ENDED",
                        "SESSION_ENDED",
                        "PROFILE_CHANGED",
                        "LOGIN",
                        "LOGIN",
                        "EMAIL_VERIFIED",
                        "REGISTERED");
        assertThat(events.<String>getList("items.ip")).containsOnly("127.0.0.1");
        assertThat(events.<String>getList("items.subject")).contains(ada.username() + "-2", session);
    }

    @Test
    void refusesABadPage() {
        String access = Person.verified().accessToken();

        given().auth().oauth2(access).get(PATH + "?limit=0").then().statusCode(400);
        given().auth()
                .oauth2(access)
                .get(PATH + "?cursor=x")
                .then()
                .statusCode(400)
                .body("type", equalTo("https://tallybook.org/problems/invalid-cursor"));
    }

    private static void reset(Person person) {
        Person.post("/password/forgot", Map.of("email", person.email())).then().statusCode(202);
        Person.post("/password/reset", Map.of("token", person.mailedToken("reset"), "newPassword", person.password()))
                .then()
                .statusCode(204);
    }

    private static void reuseARefreshToken(JsonPath login) {
        Person.refresh(login.getString("refreshToken")).then().statusCode(200);
        TestDatabase.update(
                "UPDATE refresh_token SET used_at = used_at - interval '11 seconds' WHERE used_at IS NOT NULL"
                        + " AND session_id IN (SELECT id FROM session WHERE user_id = ?::uuid)",
                login.getString("user.id"));
        Person.refresh(login.getString("refreshToken")).then().statusCode(401);
    }

    private static void send(String access, String method, String path, String body) {
        var request = given().auth().oauth2(access);
        (body.isEmpty() ? request : request.contentType("application/json").body(body))
                .request(method, Person.PATH + path)
                .then()
                .statusCode(lessThan(300));
    }

    private static JsonPath sessions(String access) {
        return given().auth().oauth2(access).get(Person.PATH + "/sessions").jsonPath();
    }

    private static JsonPath audit(String access, String query) {
        return given().auth()
                .oauth2(access)
                .get(PATH + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
