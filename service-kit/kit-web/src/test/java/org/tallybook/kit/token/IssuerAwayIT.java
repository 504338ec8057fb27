package org.tallybook.kit.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.token.TestTokens;

/** A service that is up before auth-service. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
@TestProfile(IssuerAwayIT.NobodyThere.class)
class IssuerAwayIT {

    /** Port 9 is the discard service of RFC 863: nobody listens there. */
    public static class NobodyThere implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mp.jwt.verify.publickey.location", "http://127.0.0.1:9/.well-known/jwks.json");
        }
    }

    @Test
    void callsNoTokenBadThatItCannotJudge() {
        given().header("Authorization", TestTokens.user(UUID.randomUUID()).bearer())
                .get("/sample/me")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .contentType("application/problem+json")
                .body("type", equalTo("https://tallybook.org/problems/unavailable"));
    }

    @Test
    void stillRefusesWhatIsNoToken() {
        given().header("Authorization", "Bearer a.b.c").get("/sample/me").then().statusCode(401);
        given().get("/sample/me").then().statusCode(401);
    }
}
