package org.tallybook.auth.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.Person;
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
