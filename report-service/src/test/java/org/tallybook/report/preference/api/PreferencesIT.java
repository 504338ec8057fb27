package org.tallybook.report.preference.api;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.token.TestIssuer;
import org.tallybook.report.fixture.Api;

@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(TestIssuer.class)
class PreferencesIT {

    private final UUID user = UUID.randomUUID();

    @Test
    void areDefaultsUntilSomethingIsSaid() {
        Api.as(user)
                .get(Api.PREFERENCES)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("notification", equalTo("DAILY"))
                .body("notificationTime", equalTo("20:00"))
                .body("weekday", equalTo("MONDAY"))
                .body("reportFormat", equalTo("HTML"))
                .body("reportEnabled", equalTo(true))
                .body("reportTime", equalTo("20:00"));
    }

    @Test
    void areReplacedAsAWhole() {
        put("{\"notification\":\"WEEKLY\",\"weekday\":\"SUNDAY\",\"reportFormat\":\"PDF\",\"reportTime\":\"07:30\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("notification", equalTo("WEEKLY"))
                .body("reportFormat", equalTo("PDF"))
                .body("reportTime", equalTo("07:30"));
        put("{\"reportEnabled\":false}").then().statusCode(200).header("ETag", "\"2\"");

        Api.as(user)
                .get(Api.PREFERENCES)
                .then()
                .body("notification", equalTo("DAILY"))
                .body("reportEnabled", equalTo(false));
    }

    @Test
    void areNotOverwrittenByWhoReadAnOlderVersion() {
        put("{}").then().statusCode(200);

        Api.as(user)
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{\"reportFormat\":\"PDF\"}")
                .put(Api.PREFERENCES)
                .then()
                .statusCode(412);
        Api.as(user).get(Api.PREFERENCES).then().body("reportFormat", equalTo("HTML"));
    }

    @Test
    void sayEverythingThatIsWrongAtOnce() {
        put("{\"notification\":\"HOURLY\",\"notificationTime\":\"25:00\",\"reportTime\":\"8pm\",\"userId\":\"me\"}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItems("notification", "notificationTime", "reportTime", "userId"));
        Api.as(user).get(Api.PREFERENCES).then().header("ETag", "\"0\"");
    }

    @Test
    void demandJson() {
        Api.as(user)
                .contentType("text/plain")
                .body("{}")
                .put(Api.PREFERENCES)
                .then()
                .statusCode(415);
    }

    private io.restassured.response.Response put(String body) {
        return Api.as(user).contentType("application/json").body(body).put(Api.PREFERENCES);
    }
}
