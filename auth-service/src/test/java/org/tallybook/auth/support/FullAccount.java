package org.tallybook.auth.support;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody with a row in every table that can hold something of a user.
 *
 * @param words what in a row says that it is theirs
 * @param secrets what they were shown once and nobody may be shown again
 */
public record FullAccount(Person person, String id, String access, List<String> words, List<String> secrets) {

    private static final List<String> ROWS = List.of("""
            INSERT INTO invitation (id, token_hash, created_at, expires_at, used_at, accepted_by)
            SELECT gen_random_uuid(), sha256(uuid_send(gen_random_uuid())), now(), now() + interval '1 day', now(), id
            FROM identity WHERE id = ?::uuid
            """, """
            INSERT INTO linked_account (id, user_id, provider, subject, display_name, state, linked_at, updated_at)
            VALUES (gen_random_uuid(), ?::uuid, 'github', gen_random_uuid()::text, 'ada-l', 'ACTIVE', now(), now())
            """, """
            INSERT INTO oauth_token (link_id, version, access_token, refresh_token, refreshed_at, failures)
            SELECT id, 1, sha256(uuid_send(id)), sha512(uuid_send(id)), now(), 0
            FROM linked_account WHERE user_id = ?::uuid
            """, """
            INSERT INTO mail_outbox (id, kind, recipient, locale, link_id, created_at, attempts, next_attempt_at)
            SELECT gen_random_uuid(), 'NEW_DEVICE', upper(email), 'en', null, now(), 3, now() + interval '1 hour'
            FROM identity WHERE id = ?::uuid
            """, """
            INSERT INTO mail_outbox (id, kind, recipient, locale, link_id, created_at, attempts, next_attempt_at)
            SELECT gen_random_uuid(), 'CONFIRM_MOVE_TO', c.wanted, 'en', l.id, now(), 3, now() + interval '1 hour'
            FROM email_change c JOIN mailed_link l USING (user_id)
            WHERE c.user_id = ?::uuid AND l.purpose = 'CONFIRM_MOVE_TO'
            """, """
            INSERT INTO idempotency_key (user_id, key, fingerprint, status, body, created_at)
            VALUES (?::uuid, 'a key', md5(random()::text), 201, '{}', now())
            """);

    public static FullAccount make() {
        Person person = Person.verified();
        JsonPath login = person.login();
        String access = login.getString("accessToken");
        String id = login.getString("user.id");
        String wanted = Person.stranger().email();
        var secrets = new ArrayList<>(List.of(access, login.getString("refreshToken"), person.password()));
        Person.refresh(login.getString("refreshToken")).then().statusCode(200);
        given().auth()
                .oauth2(person.accessToken())
                .post(Person.PATH + "/logout")
                .then()
                .statusCode(204);
        Program program = Program.of(access, "trackers:read");
        secrets.add(program.token());
        post(access, "/me/email", Map.of("email", wanted)).then().statusCode(202);
        AuthenticatorApp app = AuthenticatorApp.on(login);
        secrets.add(app.secret());
        secrets.addAll(app.recoveryCodes());
        new TestBrowser().register(access).then().statusCode(201);
        secrets.add(failedSecondStep(person, app));
        ROWS.forEach(row -> TestDatabase.update(row, id));
        return new FullAccount(
                person, id, access, List.of(id, person.email(), person.username(), wanted), List.copyOf(secrets));
    }

    public Response delete() {
        return given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(Map.of("password", person.password()))
                .delete(Person.PATH + "/me");
    }

    /** Leaves a waiting sign-in behind; returns its token. */
    private static String failedSecondStep(Person person, AuthenticatorApp app) {
        String waiting = person.tryLogin().path("mfaToken");
        Person.post("/login/mfa", Map.of("mfaToken", waiting, "code", app.wrongCode()))
                .then()
                .statusCode(401);
        return waiting;
    }

    private static Response post(String access, String path, Object body) {
        return given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(body)
                .post(Person.PATH + path);
    }
}
