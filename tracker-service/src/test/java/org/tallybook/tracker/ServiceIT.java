package org.tallybook.tracker;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.WithTestResource;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.token.TestIssuer;
import org.tallybook.kit.test.token.TestTokens;
import org.tallybook.tracker.integration.FakeWorld;

/** What every component test shares: the stack, tokens, and a user of its own. */
@WithTestResource(TallybookStack.class)
@WithTestResource(TestIssuer.class)
@WithTestResource(FakeWorld.class)
public abstract class ServiceIT {

    protected final UUID user = UUID.randomUUID();
    protected final UUID stranger = UUID.randomUUID();

    protected RequestSpecification as(UUID id) {
        return as(TestTokens.user(id));
    }

    protected RequestSpecification as(TestTokens token) {
        return anonymous().header("Authorization", token.bearer());
    }

    protected RequestSpecification anonymous() {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL)))
                .contentType("application/json");
    }

    protected Map<String, Object> numeric(String name) {
        Map<String, Object> body = note(name);
        body.put("type", "NUMERIC");
        body.put("whatToTrack", "Distance");
        body.put("unit", "km");
        return body;
    }

    protected Map<String, Object> note(String name) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("type", "NOTE");
        return body;
    }

    protected String created(Map<String, Object> tracker) {
        Response answer = as(user).body(tracker).post("/api/v1/trackers");
        answer.then().statusCode(201);
        return answer.path("id");
    }

    protected String management() {
        return ConfigProvider.getConfig()
                .getValue("test.management.url", String.class)
                .replaceFirst("/q/?$", "");
    }

    protected String logs(String tracker) {
        return "/api/v1/trackers/" + tracker + "/logs";
    }

    protected String recorded(String tracker, String json) {
        Response answer = as(user).body(json).post(logs(tracker));
        answer.then().statusCode(201);
        return answer.path("id");
    }
}
