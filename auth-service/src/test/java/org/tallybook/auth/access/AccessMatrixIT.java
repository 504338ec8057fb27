package org.tallybook.auth.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.in;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.Program;
import org.tallybook.auth.support.TestBrowser;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.auth.token.SigningKeys;
import org.tallybook.auth.token.domain.SigningKey;
import org.tallybook.kit.test.stack.TallybookStack;

/**
 * Every operation for nobody, an expired token, a locked user, a program with every scope there is, another user, the
 * owner and an administrator.
 */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class AccessMatrixIT {

    /** Who may call at all. */
    private enum For {
        ANYBODY,
        ANY_TOKEN,
        SESSION,
        ADMINISTRATOR
    }

    /**
     * @param path below /api/v1/auth, or whole; {@code {session}}, {@code {token}} and {@code {user}} are the owner's,
     *     {@code {unknown}} is nobody's
     * @param answer what somebody who may call is answered: the owner, the administrator, or for an open call everybody
     */
    private record Operation(String method, String path, String body, For whom, int answer) {

        String url() {
            return path.startsWith("/.") ? path : Person.PATH + path;
        }

        String template() {
            return method + " " + url().replaceAll("\\{[a-z]+}", "{id}");
        }

        boolean namesAThing() {
            return path.contains("{");
        }
    }

    private static final String PASSWORD = "{\"password\":\"" + Person.PASSWORD + "\"}";
    private static final List<Operation> OPERATIONS = List.of(
            new Operation("GET", "/.well-known/jwks.json", "", For.ANYBODY, 200),
            new Operation("GET", "/.well-known/openid-configuration", "", For.ANYBODY, 200),
            new Operation("POST", "/register", "{}", For.ANYBODY, 400),
            new Operation("POST", "/verify-email", "{}", For.ANYBODY, 400),
            new Operation("POST", "/verify-email/resend", "{}", For.ANYBODY, 400),
            new Operation("POST", "/login", "{}", For.ANYBODY, 400),
            new Operation("POST", "/login/mfa", "{}", For.ANYBODY, 400),
            new Operation("POST", "/login/mfa/passkey", "{}", For.ANYBODY, 400),
            new Operation("POST", "/login/mfa/passkey/options", "{}", For.ANYBODY, 400),
            new Operation("POST", "/login/passkey", "{}", For.ANYBODY, 400),
            new Operation("POST", "/login/passkey/options", "", For.ANYBODY, 200),
            new Operation("POST", "/refresh", "{}", For.ANYBODY, 400),
            new Operation("POST", "/password/forgot", "{}", For.ANYBODY, 400),
            new Operation("POST", "/password/reset", "{}", For.ANYBODY, 400),
            new Operation("GET", "/me", "", For.ANY_TOKEN, 200),
            new Operation("PATCH", "/me", "{\"locale\":\"fr\"}", For.SESSION, 200),
            new Operation("GET", "/me/export", "", For.SESSION, 200),
            new Operation("DELETE", "/me", PASSWORD, For.SESSION, 204),
            new Operation("POST", "/me/email", "{\"email\":\"moved@people.example\"}", For.SESSION, 202),
            new Operation("DELETE", "/me/email", "", For.SESSION, 204),
            new Operation("POST", "/logout", "", For.SESSION, 204),
            new Operation("POST", "/logout-all", "", For.SESSION, 204),
            new Operation(
                    "POST",
                    "/password/change",
                    "{\"currentPassword\":\"" + Person.PASSWORD + "\",\"newPassword\":\"a heron over the roof 7\"}",
                    For.SESSION,
                    204),
            new Operation("POST", "/sudo", PASSWORD, For.SESSION, 204),
            new Operation("POST", "/sudo/passkey", "{}", For.SESSION, 400),
            new Operation("POST", "/sudo/passkey/options", "", For.SESSION, 404),
            new Operation("GET", "/sessions", "", For.SESSION, 200),
            new Operation("DELETE", "/sessions/{session}", "", For.SESSION, 204),
            new Operation("GET", "/admin/users", "", For.ADMINISTRATOR, 200),
            new Operation("GET", "/admin/users/{user}", "", For.ADMINISTRATOR, 200),
            new Operation("POST", "/admin/users/{user}/lock", "", For.ADMINISTRATOR, 204),
            new Operation("POST", "/admin/users/{user}/unlock", "", For.ADMINISTRATOR, 204),
            new Operation("DELETE", "/admin/users/{user}/sessions", "", For.ADMINISTRATOR, 204),
            new Operation("POST", "/admin/keys/rotate", "{}", For.ADMINISTRATOR, 200),
            new Operation("GET", "/admin/invitations", "", For.ADMINISTRATOR, 200),
            new Operation("POST", "/admin/invitations", "{}", For.ADMINISTRATOR, 201),
            new Operation("DELETE", "/admin/invitations/{unknown}", "", For.ADMINISTRATOR, 404),
            new Operation("GET", "/admin/audit", "", For.ADMINISTRATOR, 400),
            new Operation("GET", "/audit", "", For.SESSION, 200),
            new Operation("GET", "/mfa", "", For.SESSION, 200),
            new Operation("POST", "/mfa/totp", "", For.SESSION, 200),
            new Operation("POST", "/mfa/totp/confirm", "{\"code\":\"123456\"}", For.SESSION, 409),
            new Operation("DELETE", "/mfa/totp", "", For.SESSION, 404),
            new Operation("POST", "/mfa/recovery-codes", "", For.SESSION, 409),
            new Operation("GET", "/oauth", "", For.ANYBODY, 200),
            new Operation("GET", "/oauth/{unknown}/authorize", "", For.ANYBODY, 404),
            new Operation("GET", "/oauth/{unknown}/callback", "", For.ANYBODY, 404),
            new Operation("GET", "/connections", "", For.SESSION, 200),
            new Operation("DELETE", "/connections/{unknown}", "", For.SESSION, 404),
            new Operation("POST", "/connections/{unknown}/refresh", "", For.SESSION, 404),
            new Operation("POST", "/admin/users/import", "{}", For.ADMINISTRATOR, 400),
            new Operation("GET", "/passkeys", "", For.SESSION, 200),
            new Operation("POST", "/passkeys", "{}", For.SESSION, 400),
            new Operation("POST", "/passkeys/options", "", For.SESSION, 200),
            new Operation("DELETE", "/passkeys/{passkey}", "", For.SESSION, 204),
            new Operation("GET", "/tokens", "", For.SESSION, 200),
            new Operation("POST", "/tokens", "{\"name\":\"N\",\"scopes\":[\"logs:read\"]}", For.SESSION, 201),
            new Operation("DELETE", "/tokens/{token}", "", For.SESSION, 204));

    private static final String[] EVERY_SCOPE = {
        "trackers:read", "trackers:write", "logs:read", "logs:write", "reports:read"
    };

    private static String admin = "";
    private static String locked = "";

    @Inject
    SigningKeys keys;

    @ConfigProperty(name = "test.management.url", defaultValue = "")
    String management;

    @BeforeEach
    void anAdministratorAndSomebodyWhoIsLocked() {
        if (!admin.isEmpty()) {
            return;
        }
        Person chief = Person.verified();
        TestDatabase.update("UPDATE identity SET roles = ARRAY['admin', 'user'] WHERE email = ?", chief.email());
        admin = chief.accessToken();
        locked = Person.verified().accessToken();
        as(admin)
                .post(Person.PATH + "/admin/users/" + claims(locked).getString("sub") + "/lock")
                .then()
                .statusCode(204);
    }

    @TestFactory
    Stream<DynamicTest> everyOperationKnowsWhoMayCallIt() {
        return OPERATIONS.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.template(), () -> check(operation)));
    }

    private void check(Operation operation) {
        if (operation.whom() == For.ANYBODY) {
            String open = operation.url().replace("{unknown}", "nobody");
            send(given(), operation, open).then().statusCode(operation.answer());
            send(as("nonsense"), operation, open).then().statusCode(in(List.of(operation.answer(), 401)));
            return;
        }
        String owner = Person.verified().accessToken();
        Program program = Program.of(owner, EVERY_SCOPE);
        String url = url(operation, owner, program);

        refused(send(given(), operation, url), 401, "unauthenticated");
        refused(send(as(expired(owner)), operation, url), 401, "unauthenticated");
        refused(send(as(locked), operation, url), 401, "unauthenticated");
        checkNarrow(operation, program.accessToken(), url);
        checkStranger(operation, url);
        if (operation.whom() == For.ADMINISTRATOR) {
            refused(send(as(owner), operation, url), 403, "forbidden");
            Person.me(owner).then().statusCode(200);
            send(as(admin), operation, url).then().statusCode(operation.answer());
        } else {
            Person.me(owner).then().statusCode(200);
            send(as(owner), operation, url).then().statusCode(operation.answer());
        }
    }

    private void checkNarrow(Operation operation, String narrow, String url) {
        Response answer = send(as(narrow), operation, url);
        if (operation.whom() == For.ANY_TOKEN) {
            answer.then().statusCode(operation.answer());
        } else {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.<String>path("type")).containsAnyOf("insufficient-scope", "forbidden");
        }
    }

    /** Somebody else's thing is not there, for administrators neither; other calls are about the caller's own account. */
    private void checkStranger(Operation operation, String url) {
        if (!operation.namesAThing()) {
            return;
        }
        String stranger = Person.verified().accessToken();
        if (operation.whom() == For.ADMINISTRATOR) {
            refused(send(as(stranger), operation, url), 403, "forbidden");
        } else {
            refused(send(as(stranger), operation, url), 404, "not-found");
            refused(send(as(admin), operation, url), 404, "not-found");
        }
    }

    @Test
    void everyPublishedOperationStandsInTheTable() {
        Map<String, Map<String, Object>> paths = given().get(
                        URI.create(management.replaceFirst("/q/?$", "") + "/q/openapi?format=json"))
                .path("paths");
        Set<String> published = new TreeSet<>();
        paths.forEach((path, operations) -> operations.keySet().stream()
                .filter(key -> Set.of("get", "put", "post", "patch", "delete").contains(key))
                .forEach(method -> published.add(
                        method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[A-Za-z]+}", "{id}"))));

        assertThat(published)
                .containsExactlyInAnyOrderElementsOf(
                        OPERATIONS.stream().map(Operation::template).toList());
    }

    private static String url(Operation operation, String owner, Program program) {
        return operation
                .url()
                .replace("{session}", claims(owner).getString("sid"))
                .replace("{user}", claims(owner).getString("sub"))
                .replace("{token}", program.id())
                .replace("{passkey}", operation.path().contains("{passkey}") ? passkey(owner) : "")
                .replace("{unknown}", UUID.randomUUID().toString());
    }

    private static String passkey(String owner) {
        return new TestBrowser().register(owner).jsonPath().getString("passkey.id");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static Response send(RequestSpecification as, Operation operation, String url) {
        RequestSpecification request = operation.body().isEmpty()
                ? as
                : as.contentType("application/json").body(operation.body());
        return request.request(operation.method(), url);
    }

    private static void refused(Response answer, int status, String slug) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tallybook.org/problems/" + slug));
    }

    private String expired(String good) {
        SigningKey key = keys.signing();
        long now = Instant.now().getEpochSecond();
        return Jwt.claims(claims(good))
                .issuedAt(now - 400)
                .expiresAt(now - 100)
                .jws()
                .header("typ", "at+jwt")
                .keyId(key.id())
                .sign(key.privateKey());
    }

    private static jakarta.json.JsonObject claims(String jwt) {
        String json = new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8);
        return Json.createReader(new StringReader(json)).readObject();
    }
}
