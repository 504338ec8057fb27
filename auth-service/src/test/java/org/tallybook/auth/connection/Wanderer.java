package org.tallybook.auth.connection;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.tallybook.auth.support.Person;

/** A browser behind the gateway that goes to a provider and comes back. */
record Wanderer(String internalKey, String cookie, String accessToken) {

    static final String PATH = Person.PATH + "/oauth/";

    static Wanderer anonymous(String internalKey) {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new Wanderer(internalKey, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), null);
    }

    Wanderer signedIn(String token) {
        return new Wanderer(internalKey, cookie, token);
    }

    Response authorize(String provider) {
        return request().get(PATH + provider + "/authorize");
    }

    /** What the provider's page is asked with. */
    Map<String, String> leave(String provider) {
        Response answer = authorize(provider);
        answer.then().statusCode(200);
        return query(answer.jsonPath().getString("authorizeUrl"));
    }

    /** There and back again; a bearer session if it is a sign-in. */
    Response travel(String provider, Script script) {
        return comeBack(provider, leave(provider), script);
    }

    Response comeBack(String provider, Map<String, String> sentWith, Script script) {
        return callback(provider, sentWith.get("state"), code(sentWith, script));
    }

    static String code(Map<String, String> sentWith, Script script) {
        return script.with("challenge", sentWith.get("code_challenge"))
                .with("nonce", sentWith.get("nonce"))
                .encoded();
    }

    Response callback(String provider, String state, String code) {
        return request().queryParam("state", state).queryParam("code", code).get(PATH + provider + "/callback");
    }

    RequestSpecification request() {
        RequestSpecification request = given().redirects()
                .follow(false)
                .header("Accept", "application/json")
                .header("X-Internal-Key", internalKey)
                .header("X-Browser", cookie);
        return accessToken == null ? request : request.auth().oauth2(accessToken);
    }

    static Map<String, String> query(String url) {
        var fields = new HashMap<String, String>();
        for (String pair : URI.create(url).getRawQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            fields.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }
}
