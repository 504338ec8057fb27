package org.tallybook.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;

/** Bodies that are no strict JSON, members that nobody offered, and text that would be code elsewhere. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class HostileInputIT {

    /** @param field a member that it takes; text wherever there is one */
    private record Write(String method, String path, String field) {

        String template() {
            return method + " " + Person.PATH + path;
        }

        Response send(RequestSpecification request) {
            return request.request(method, Person.PATH + path);
        }

        String mediaType() {
            return method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        }
    }

    private static final List<String> MEMBERS = List.of("id", "userId", "role", "roles", "emailVerified", "lockedAt");
    private static final String DEEP = "[".repeat(33) + "]".repeat(33);

    private static Person admin = Person.stranger();
    private static String access = "";

    @ConfigProperty(name = "test.management.url", defaultValue = "")
    String management;

    private String before = "";

    static Stream<Write> writes() {
        return Stream.of(
                new Write("POST", "/register", "email"),
                new Write("POST", "/verify-email", "token"),
                new Write("POST", "/verify-email/resend", "email"),
                new Write("POST", "/login", "login"),
                new Write("POST", "/login/mfa", "code"),
                new Write("POST", "/login/mfa/passkey", "mfaToken"),
                new Write("POST", "/login/mfa/passkey/options", "mfaToken"),
                new Write("POST", "/login/passkey", "credential"),
                new Write("POST", "/refresh", "refreshToken"),
                new Write("POST", "/password/forgot", "email"),
                new Write("POST", "/password/reset", "token"),
                new Write("POST", "/password/change", "newPassword"),
                new Write("PATCH", "/me", "username"),
                new Write("DELETE", "/me", "password"),
                new Write("POST", "/me/email", "email"),
                new Write("POST", "/sudo", "password"),
                new Write("POST", "/sudo/passkey", "credential"),
                new Write("POST", "/mfa/totp/confirm", "code"),
                new Write("POST", "/passkeys", "name"),
                new Write("POST", "/tokens", "name"),
                new Write("POST", "/admin/users/import", "users"),
                new Write("POST", "/admin/invitations", "email"),
                new Write("POST", "/admin/keys/rotate", "compromised"));
    }

    @BeforeEach
    void anAdministrator() {
        if (access.isEmpty()) {
            admin = Person.verified();
            TestDatabase.update("UPDATE identity SET roles = ARRAY['admin', 'user'] WHERE email = ?", admin.email());
            access = admin.accessToken();
        }
        before = stored();
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void everyCallWithABodyStandsInTheTable() {
        Map<String, Map<String, Object>> paths = given().get(
                        URI.create(management.replaceFirst("/q/?$", "") + "/q/openapi?format=json"))
                .path("paths");
        Set<String> published = new TreeSet<>();
        paths.forEach((path, operations) -> operations.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Map<?, ?> call && call.containsKey("requestBody"))
                .forEach(entry -> published.add(entry.getKey().toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(writes().map(Write::template)).containsExactlyInAnyOrderElementsOf(published);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void takesStrictJsonAlone(Write write) {
        String name = "{\"" + write.field() + "\":";
        for (String body :
                List.of("", " ", "{", "[]", "null", "1", "\"x\"", "{}x", "{} {}", "{'a':1}", "{,}", "\u0000")) {
            refused(write, utf8(body));
        }
        for (String value : List.of("NaN", "-Infinity", "1e400", "01", "9".repeat(2_000), "1", "0.5", DEEP, "\"x")) {
            refused(write, utf8(name + value + "}"));
        }
        for (String text :
                List.of("\\u0000", "a\\u0000b", "\\ud800", "a\\udc00b", "\\ud800\\ud800", "\u0000", "\n", "\\x")) {
            refused(write, utf8(name + "\"" + text + "\"}"));
        }
        refused(write, utf8(name + "\"x\"," + name.substring(1) + "\"y\"}"));
        refused(write, utf8("\ufeff" + name + "\"x\"}"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void takesUtf8Alone(Write write) {
        String body = "{\"" + write.field() + "\":\"\u00e4\u00f6\"}";

        refused(write, body.getBytes(StandardCharsets.ISO_8859_1));
        refused(write, body.getBytes(StandardCharsets.UTF_16));
        for (byte[] broken : List.of(
                bytes(0xc0, 0x80), // overlong NUL
                bytes(0xe0, 0x80, 0xaf), // overlong slash
                bytes(0xed, 0xa0, 0x80), // a surrogate
                bytes(0xf4, 0x90, 0x80, 0x80), // beyond Unicode
                bytes(0xc3))) {
            refused(write, utf8("{\"" + write.field() + "\":\"a"), broken, utf8("b\"}"));
        }
    }

    @ParameterizedTest
    @MethodSource("writes")
    void assignsNothingThatIsNotOffered(Write write) {
        String id = TestDatabase.rows("SELECT id FROM identity WHERE email <> ? LIMIT 1", admin.email())
                .get(0);
        String body = "{\"id\":\"" + id + "\",\"userId\":\"" + id + "\",\"role\":\"admin\",\"roles\":[\"admin\"],"
                + "\"emailVerified\":true,\"lockedAt\":\"never\",\"__proto__\":{\"role\":\"admin\"}}";

        Response answer = send(write, utf8(body));

        answer.then().statusCode(400);
        JsonPath problem = answer.jsonPath();
        assertThat(problem.<String>getList("errors.findAll { it.code == 'unknown-field' }.field"))
                .as(answer.asString())
                .containsAll(MEMBERS)
                .contains("__proto__");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void demandsJson(Write write) {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/xml")) {
            write.send(given().auth().oauth2(access).contentType(type).body("{}"))
                    .then()
                    .statusCode(415)
                    .contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR '1'='1",
                "' OR 1=1 --",
                "') OR ('1'='1",
                "'; DROP TABLE identity; --",
                "'||pg_sleep(9)||'",
                "x' UNION SELECT encoded FROM credential --",
                "$$; SELECT 1; $$",
                ":pattern",
                "?1",
                "{0}",
                "%",
                "_",
                "p_",
                "p%",
                "!",
                "\\",
                "\\%",
                "\u2019 OR 1=1",
                "\\u0027 OR 1=1"
            })
    void whatLooksLikeSqlFindsNothing(String text) {
        as().queryParam("q", text)
                .queryParam("sort", text)
                .queryParam("orderBy", text)
                .get(Person.PATH + "/admin/users")
                .then()
                .statusCode(200)
                .body("items.size()", org.hamcrest.Matchers.equalTo(0));
        for (String query : List.of("limit", "cursor")) {
            for (String path : List.of("/admin/users", "/sessions", "/audit", "/tokens")) {
                int status =
                        as().queryParam(query, text).get(Person.PATH + path).statusCode();
                assertThat(status).as(path).isIn(400, path.equals("/tokens") ? 200 : 400);
            }
        }
        as().queryParam("user", text).get(Person.PATH + "/admin/audit").then().statusCode(400);
        for (String path : List.of("/admin/users/", "/sessions/", "/tokens/", "/passkeys/", "/connections/")) {
            String method = path.startsWith("/admin") ? "GET" : "DELETE";
            as().urlEncodingEnabled(false)
                    .request(method, Person.PATH + path + escaped(text))
                    .then()
                    .statusCode(404);
        }
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static RequestSpecification as() {
        return given().auth().oauth2(access);
    }

    private static void refused(Write write, byte[]... parts) {
        Response answer = send(write, parts);

        assertThat(answer.statusCode())
                .as("%s %s: %s", write, new String(joined(parts), StandardCharsets.UTF_8), answer.asString())
                .isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    private static Response send(Write write, byte[]... parts) {
        return write.send(as().contentType(write.mediaType()).body(joined(parts)));
    }

    private static byte[] joined(byte[]... parts) {
        var out = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Whatever these calls could have changed. */
    private static String stored() {
        return String.join(
                "\n",
                TestDatabase.rows("SELECT row(i.*)::text || (SELECT count(*) FROM session WHERE user_id = i.id)"
                        + " || (SELECT count(*) FROM personal_token WHERE user_id = i.id)"
                        + " || (SELECT count(*) FROM passkey WHERE user_id = i.id)"
                        + " || (SELECT count(*) FROM totp WHERE user_id = i.id)"
                        + " || (SELECT count(*) FROM email_change WHERE user_id = i.id)"
                        + " || (SELECT count(*) FROM signing_key) FROM identity i ORDER BY id"));
    }
}
