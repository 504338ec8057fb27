package org.tallybook.auth.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.tallybook.kit.test.stack.TestMailbox;

/** Somebody with an address, a name and a password of their own, who talks to the service over HTTP. */
public record Person(String email, String username, String password) {

    public static final String PATH = "/api/v1/auth";
    public static final String PASSWORD = "violet otter at noon 42";

    /** Nobody the service has heard of. */
    public static Person stranger() {
        String tail = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        return new Person("p." + tail + "@people.example", "p-" + tail, PASSWORD);
    }

    /** Registered and verified by mail. */
    public static Person verified() {
        Person person = stranger();
        person.register();
        person.verify();
        return person;
    }

    public Person withPassword(String other) {
        return new Person(email, username, other);
    }

    public Response register() {
        Response response = post(
                "/register",
                Map.of(
                        "email", email,
                        "username", username,
                        "password", password,
                        "timeZone", "Europe/Berlin",
                        "locale", "en"));
        response.then().statusCode(202);
        return response;
    }

    /** The token of the newest mail with a link. */
    public String mailedToken() {
        return mailedToken("verify");
    }

    public String mailedToken(String page) {
        String link = TestMailbox.open()
                .await(email, mail -> mail.text().contains("/" + page + "?token="))
                .text();
        int start = link.indexOf("/" + page + "?token=") + page.length() + 8;
        return link.substring(start, start + 43);
    }

    public void verify() {
        post("/verify-email", Map.of("token", mailedToken())).then().statusCode(204);
    }

    public Response tryLogin() {
        return post("/login", Map.of("login", email, "password", password));
    }

    public JsonPath login() {
        Response response = tryLogin();
        response.then().statusCode(200);
        return response.jsonPath();
    }

    public String accessToken() {
        return login().getString("accessToken");
    }

    public static Response post(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(PATH + path);
    }

    public static Response refresh(String refreshToken) {
        return post("/refresh", Map.of("refreshToken", refreshToken));
    }

    public static Response me(String accessToken) {
        return given().auth().oauth2(accessToken).get(PATH + "/me");
    }
}
