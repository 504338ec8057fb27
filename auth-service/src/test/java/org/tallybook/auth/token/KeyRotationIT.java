package org.tallybook.auth.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.auth.token.domain.SigningKey;
import org.tallybook.kit.test.stack.TallybookStack;

/** Keys that are replaced while requests go on. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class KeyRotationIT {

    @Inject
    SigningKeys keys;

    @Test
    void aRotationUnderLoadFailsNoRequest() throws Exception {
        String admin = administrator();
        JsonPath old = Person.verified().login();
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var done = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < 4; i++) {
                clients.submit(() -> useAll(old, statuses, done));
            }
            String fresh = rotate(admin, "{}").getString("keyId");
            assertThat(published()).contains(fresh);
            await(fresh);
            String second = rotate(admin, "{\"compromised\":false}").getString("keyId");
            await(second);
        } finally {
            done.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(statuses).hasSizeGreaterThan(20).containsOnly(200);
        Person.me(old.getString("accessToken")).then().statusCode(200);
    }

    @Test
    void whateverALeakedKeySignedIsRefusedAtOnce() {
        String admin = administrator();
        JsonPath login = Person.verified().login();
        SigningKey leaked = keys.signing();
        List<String> before = published();
        Person.me(forged(login.getString("accessToken"), leaked)).then().statusCode(200);

        String fresh = rotate(admin, "{\"compromised\":true}").getString("keyId");

        Person.me(login.getString("accessToken")).then().statusCode(401);
        Person.me(admin).then().statusCode(401);
        Person.me(forged(login.getString("accessToken"), leaked)).then().statusCode(401);
        assertThat(published()).contains(fresh).doesNotContainAnyElementsOf(before);
        assertThat(TestDatabase.rows("SELECT id FROM signing_key")).doesNotContainAnyElementsOf(before);
        JsonPath again = Person.refresh(login.getString("refreshToken")).jsonPath();
        assertThat(keyOf(again.getString("accessToken"))).isEqualTo(fresh);
        Person.me(again.getString("accessToken")).then().statusCode(200);
    }

    @Test
    void onlyAWholeAnswerRotates() {
        String admin = administrator();
        List<String> before = published();

        for (String body : List.of("", "{\"compromised\":\"yes\"}", "{\"leaked\":true}", "[]")) {
            given().auth()
                    .oauth2(admin)
                    .contentType("application/json")
                    .body(body)
                    .post(Person.PATH + "/admin/keys/rotate")
                    .then()
                    .statusCode(400);
        }

        assertThat(published()).isEqualTo(before);
    }

    private static void useAll(JsonPath old, ConcurrentLinkedQueue<Integer> statuses, AtomicBoolean done) {
        while (!done.get()) {
            statuses.add(Person.me(old.getString("accessToken")).statusCode());
            JsonPath next = Person.verified().login();
            statuses.add(Person.me(next.getString("accessToken")).statusCode());
            statuses.add(Person.me(Person.refresh(next.getString("refreshToken"))
                            .jsonPath()
                            .getString("accessToken"))
                    .statusCode());
        }
    }

    /** Until the key signs. */
    private void await(String key) throws InterruptedException {
        for (int i = 0; i < 100 && !keys.signing().id().equals(key); i++) {
            Thread.sleep(100);
        }
        assertThat(keyOf(Person.verified().accessToken())).isEqualTo(key);
    }

    private static String administrator() {
        Person person = Person.verified();
        TestDatabase.update("UPDATE identity SET roles = ARRAY['admin', 'user'] WHERE email = ?", person.email());
        return person.accessToken();
    }

    private static JsonPath rotate(String access, String body) {
        return given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(body)
                .post(Person.PATH + "/admin/keys/rotate")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> published() {
        return given().get("/.well-known/jwks.json").jsonPath().getList("keys.kid");
    }

    private static String keyOf(String jwt) {
        return part(jwt, 0).getString("kid");
    }

    private static String forged(String good, SigningKey key) {
        long now = Instant.now().getEpochSecond();
        return Jwt.claims(part(good, 1))
                .issuedAt(now)
                .expiresAt(now + 300)
                .jws()
                .header("typ", "at+jwt")
                .keyId(key.id())
                .sign(key.privateKey());
    }

    private static JsonObject part(String jwt, int number) {
        String json = new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[number]), StandardCharsets.UTF_8);
        return Json.createReader(new StringReader(json)).readObject();
    }
}
