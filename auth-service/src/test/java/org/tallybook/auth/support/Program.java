package org.tallybook.auth.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Map;
import org.tallybook.auth.secret.Secrets;

/** A program that holds a personal access token, as the gateway sees it. */
public record Program(String id, String token) {

    public static Program of(String accessToken, String... scopes) {
        Response made = make(accessToken, Map.of("name", "Program", "scopes", List.of(scopes)));
        made.then().statusCode(201);
        return new Program(made.path("id"), made.path("token"));
    }

    public static Response make(String accessToken, Object body) {
        return given().auth()
                .oauth2(accessToken)
                .contentType("application/json")
                .body(body)
                .post(Person.PATH + "/tokens");
    }

    public String accessToken() {
        return exchange(token).then().statusCode(200).extract().path("accessToken");
    }

    public static Response exchange(String token) {
        return given().header("X-Internal-Key", internalKey())
                .contentType("application/json")
                .body(Map.of("token", token))
                .post("/internal/v1/tokens/exchange");
    }

    private static String internalKey() {
        return CDI.current().select(Secrets.class).get().internalKey();
    }
}
