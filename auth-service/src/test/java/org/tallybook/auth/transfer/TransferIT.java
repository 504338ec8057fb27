package org.tallybook.auth.transfer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class TransferIT {

    private static final String OLD_PASSWORD = "short1";

    private final Person eve = Person.stranger().withPassword(OLD_PASSWORD);

    @Test
    void aUserOfAnotherSystemSignsInAsBeforeAndIsHashedAnew() {
        take(administrator(), brought(eve)).then().statusCode(200).body("users", contains("CREATED"));
        assertThat(storedHash(eve)).startsWith("$2y$");
        Person.post("/login", Map.of("login", eve.username(), "password", "short2"))
                .then()
                .statusCode(401);

        eve.tryLogin().then().statusCode(200).body("user.emailVerified", equalTo(true));

        assertThat(storedHash(eve)).startsWith("$argon2id$");
        eve.tryLogin().then().statusCode(200);
    }

    @Test
    void aRepeatedCallChangesNothing() {
        String admin = administrator();
        Person known = Person.verified();
        take(admin, brought(eve)).then().statusCode(200);
        String hash = storedHash(eve);

        take(admin, brought(eve), brought(known)).then().statusCode(200).body("users", contains("TAKEN", "TAKEN"));

        assertThat(storedHash(eve)).isEqualTo(hash);
        known.tryLogin().then().statusCode(200);
    }

    @Test
    void namesEveryFaultAndTakesNobodyIn() {
        Map<String, Object> bad = Map.of("email", "x", "username", "a b", "passwordHash", "$1$abc", "timeZone", "X");

        Response answer = take(administrator(), brought(eve), bad, Map.of());

        answer.then()
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "users[1].email",
                                "users[1].username",
                                "users[1].passwordHash",
                                "users[1].timeZone",
                                "users[2].email",
                                "users[2].username",
                                "users[2].passwordHash"));
        eve.tryLogin().then().statusCode(401);
    }

    @Test
    void takesAHundredACallAndNoMore() {
        String admin = administrator();
        List<Map<String, Object>> crowd = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            crowd.add(brought(Person.stranger().withPassword(OLD_PASSWORD)));
        }

        send(admin, crowd).then().statusCode(400).body("errors.field", contains("users"));
        send(admin, List.of()).then().statusCode(400).body("errors.field", contains("users"));
        send(admin, crowd.subList(0, 100)).then().statusCode(200);
    }

    @Test
    void isForAdministratorsOnly() {
        take(Person.verified().accessToken(), brought(eve)).then().statusCode(403);
        given().contentType("application/json")
                .body(Map.of("users", List.of(brought(eve))))
                .post(Person.PATH + "/admin/users/import")
                .then()
                .statusCode(401);
    }

    private static String administrator() {
        Person person = Person.verified();
        TestDatabase.update("UPDATE identity SET roles = ARRAY['admin', 'user'] WHERE email = ?", person.email());
        return person.accessToken();
    }

    private static Map<String, Object> brought(Person person) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        String hash = OpenBSDBCrypt.generate("2y", person.password().toCharArray(), salt, 4);
        return Map.of("email", person.email(), "username", person.username(), "passwordHash", hash);
    }

    @SafeVarargs
    private static Response take(String access, Map<String, Object>... users) {
        return send(access, List.of(users));
    }

    private static Response send(String access, List<Map<String, Object>> users) {
        return given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(Map.of("users", users))
                .post(Person.PATH + "/admin/users/import");
    }

    private static String storedHash(Person person) {
        return TestDatabase.rows(
                        "SELECT password_hash FROM credential JOIN identity ON id = user_id WHERE username = ?",
                        person.username())
                .get(0);
    }
}
