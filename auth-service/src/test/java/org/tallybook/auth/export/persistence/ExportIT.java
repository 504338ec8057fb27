package org.tallybook.auth.export.persistence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.FullAccount;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.erasure.Remains;
import org.tallybook.kit.test.stack.TallybookStack;

/** The whole account, nothing secret, nobody else. What a later table or column means for the export is decided here. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class ExportIT {

    private static final Map<String, String> SECTIONS = Map.ofEntries(
            Map.entry("identity", "profile"),
            Map.entry("email_change", "emailChange"),
            Map.entry("credential", "password"),
            Map.entry("totp", "authenticatorApp"),
            Map.entry("recovery_code", "recoveryCodes"),
            Map.entry("passkey", "passkeys"),
            Map.entry("linked_account", "connections"),
            Map.entry("oauth_token", "connections"),
            Map.entry("personal_token", "personalTokens"),
            Map.entry("invitation", "invitations"),
            Map.entry("session", "sessions"),
            Map.entry("refresh_token", "sessions"),
            Map.entry("login_challenge", "waitingSignIns"),
            Map.entry("failed_code", "failedCodes"),
            Map.entry("known_device", "knownDevices"),
            Map.entry("mailed_link", "mailedLinks"),
            Map.entry("mail_outbox", "waitingMails"),
            Map.entry("outbox", "waitingEvents"),
            Map.entry("idempotency_key", "idempotencyKeys"),
            Map.entry("audit_event", "audit"));

    /** A counter of events; sessions that are over, which the export shows; keys that are nobody's. */
    private static final Set<String> WITHOUT_SECTION = Set.of("user_stream", "revocation", "signing_key");

    /** Secrets and what is made of them, keys of uniqueness, and how this service does its work. */
    private static final Set<String> WITHHELD = Set.of(
            "credential.password_hash",
            "identity.username_key",
            "idempotency_key.body",
            "idempotency_key.fingerprint",
            "idempotency_key.headers",
            "invitation.email",
            "invitation.token_hash",
            "invitation.used_by",
            "known_device.fingerprint",
            "login_challenge.persistent",
            "login_challenge.token_hash",
            "mail_outbox.last_error",
            "mail_outbox.next_attempt_at",
            "mailed_link.password_hash",
            "mailed_link.token_hash",
            "oauth_token.access_token",
            "oauth_token.failures",
            "oauth_token.leased_until",
            "oauth_token.refresh_token",
            "oauth_token.retry_at",
            "outbox.bucket",
            "outbox.data",
            "outbox.event_id",
            "outbox.seq",
            "outbox.subject",
            "outbox.traceparent",
            "passkey.attested_data",
            "passkey.credential_id",
            "passkey.sign_count",
            "personal_token.token_hash",
            "recovery_code.code_hash",
            "refresh_token.issued_at",
            "refresh_token.token_hash",
            "refresh_token.used_at",
            "session.cookie_hash",
            "totp.last_step",
            "totp.sealed_secret");

    private static final Set<String> EVERYWHERE = Set.of("id", "user_id", "version");

    @Test
    void everyTableIsInTheDocumentOrLeftOutOnPurpose() {
        FullAccount ada = FullAccount.make();
        Map<String, Object> document = export(ada.access()).jsonPath().getMap("");

        Set<String> decided = new TreeSet<>(SECTIONS.keySet());
        decided.addAll(WITHOUT_SECTION);
        assertThat(tables()).containsExactlyInAnyOrderElementsOf(decided);
        assertThat(Remains.of(ada.words()).keySet()).isSubsetOf(decided).contains("audit_event", "identity");
        SECTIONS.forEach((table, section) -> assertThat(rowsOf(table, ada.id()))
                .as("rows of %s, or the test shows nothing", table)
                .isPositive());
        SECTIONS.values()
                .forEach(section ->
                        assertThat(isFilled(document.get(section))).as(section).isTrue());
        assertThat(document.keySet()).containsAll(SECTIONS.values()).contains("format", "version", "exportedAt");
    }

    @Test
    void everyColumnIsInTheDocumentOrLeftOutOnPurpose() {
        for (String table : SECTIONS.keySet()) {
            String sql = Section.ALL.stream()
                    .map(Section::sql)
                    .filter(query -> query.matches("(?s).*\\b" + table + "\\b.*"))
                    .collect(Collectors.joining());
            for (String column : columns(table)) {
                boolean told = sql.matches("(?s).*\\b" + column + "\\b.*");
                assertThat(told || EVERYWHERE.contains(column))
                        .as("%s.%s must be exported or withheld on purpose", table, column)
                        .isNotEqualTo(WITHHELD.contains(table + "." + column));
            }
        }
    }

    @Test
    void noSecretLeavesAndNothingOfAnybodyElse() {
        FullAccount ada = FullAccount.make();
        FullAccount bob = FullAccount.make();

        String document = export(ada.access()).asString();

        assertThat(document).contains(ada.words());
        assertThat(ada.secrets()).allSatisfy(secret -> assertThat(document).doesNotContain(secret));
        assertThat(bob.words()).allSatisfy(word -> assertThat(document).doesNotContain(word));
        assertThat(secretValues())
                .hasSizeGreaterThan(50)
                .allSatisfy(value -> assertThat(document).doesNotContain(value));
    }

    @Test
    void saysWhatItsOwnerKnowsOfTheAccount() {
        FullAccount ada = FullAccount.make();

        JsonPath document = export(ada.access()).jsonPath();

        assertThat(document.getString("format")).isEqualTo("tallybook-account");
        assertThat(document.getInt("version")).isEqualTo(1);
        assertThat(document.getString("profile.email")).isEqualTo(ada.person().email());
        assertThat(document.getString("profile.createdAt")).matches("\\d{4}-\\d\\d-\\d\\dT.*\\+00:00");
        assertThat(document.getString("emailChange.email"))
                .isEqualTo(ada.words().get(3));
        assertThat(document.getString("authenticatorApp.confirmedAt")).isNotNull();
        assertThat(document.getInt("recoveryCodes.left")).isEqualTo(10);
        assertThat(document.getString("passkeys[0].name")).isEqualTo("Phone");
        assertThat(document.getString("connections[0].provider")).isEqualTo("github");
        assertThat(document.getList("personalTokens[0].scopes")).isEqualTo(List.of("trackers:read"));
        assertThat(document.getList("sessions.endReason")).contains("LOGOUT");
        assertThat(document.getList("waitingMails.kind")).contains("NEW_DEVICE", "CONFIRM_MOVE_TO");
        assertThat(document.getInt("logins.count")).isEqualTo(2);
        assertThat(document.getString("audit[0].action")).isEqualTo("ACCOUNT_EXPORTED");
        assertThat(document.getBoolean("audit[0].byAdministrator")).isFalse();
    }

    @Test
    void anEmptyAccountHasEverySectionToo() {
        JsonPath document = export(Person.verified().accessToken()).jsonPath();

        assertThat(document.<Object>get("emailChange")).isNull();
        assertThat(document.<Object>get("authenticatorApp")).isNull();
        assertThat(document.<Object>get("recoveryCodes")).isNull();
        assertThat(document.getList("passkeys")).isEmpty();
        assertThat(document.getList("connections")).isEmpty();
        assertThat(document.getMap("").keySet())
                .containsAll(Section.ALL.stream().map(Section::name).toList());
    }

    @Test
    void aLongHistoryComesWhole() {
        JsonPath login = Person.verified().login();
        TestDatabase.update("""
                INSERT INTO audit_event (id, user_id, action, at, client_address, user_agent, subject)
                SELECT gen_random_uuid(), ?::uuid, 'LOGIN', now() - n * interval '1 minute', '192.0.2.1', 'Diary "7"', n
                FROM generate_series(1, 5001) AS n
                """, login.getString("user.id"));

        JsonPath document = export(login.getString("accessToken")).jsonPath();

        List<String> years = document.getList("audit.findAll { it.userAgent == 'Diary \"7\"' }.subject");
        assertThat(years).hasSize(5001).doesNotHaveDuplicates().startsWith("1", "2", "3");
        assertThat(document.getInt("logins.count")).isEqualTo(5002);
        assertThat(document.<String>getList("audit.at")).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void needsARecentProof() {
        JsonPath login = Person.verified().login();
        String access = login.getString("accessToken");
        TestDatabase.update(
                "UPDATE session SET proved_at = now() - interval '11 minutes' WHERE user_id = ?::uuid",
                login.getString("user.id"));

        Response refused = get(access);

        refused.then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tallybook.org/problems/proof-required"));
        assertThat(refused.header("Content-Disposition")).isNull();
        assertThat(TestDatabase.count(
                        "SELECT count(*) FROM audit_event WHERE action = 'ACCOUNT_EXPORTED' AND user_id = ?::uuid",
                        login.getString("user.id")))
                .isZero();
    }

    private static Response export(String access) {
        Response answer = get(access);
        answer.then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .header("Content-Disposition", equalTo("attachment; filename=\"tallybook-account.json\""))
                .header("Cache-Control", equalTo("no-store"));
        return answer;
    }

    private static Response get(String access) {
        return given().auth().oauth2(access).accept("application/json").get(Person.PATH + "/me/export");
    }

    private static boolean isFilled(@Nullable Object section) {
        return section instanceof Map<?, ?> one
                ? !one.isEmpty()
                : section instanceof Collection<?> many && !many.isEmpty();
    }

    private static List<String> tables() {
        return TestDatabase.rows("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'databasechangelog%'
                """);
    }

    private static List<String> columns(String table) {
        return TestDatabase.rows(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ?",
                table);
    }

    private static long rowsOf(String table, String user) {
        String mine = switch (table) {
            case "identity" -> "id = ?::uuid";
            case "invitation" -> "accepted_by = ?::uuid";
            case "refresh_token" -> "session_id IN (SELECT id FROM session WHERE user_id = ?::uuid)";
            case "oauth_token" -> "link_id IN (SELECT id FROM linked_account WHERE user_id = ?::uuid)";
            case "mail_outbox" -> "lower(recipient) = (SELECT email_key FROM identity WHERE id = ?::uuid)";
            default -> "user_id = ?::uuid";
        };
        return TestDatabase.count("SELECT count(*) FROM " + table + " WHERE " + mine, user);
    }

    /** Whatever any table has in a column for bytes, or one named after a secret, in each way it could be written. */
    private static Set<String> secretValues() {
        List<String> columns = TestDatabase.rows("""
                SELECT format('SELECT %s FROM %I WHERE %I IS NOT NULL',
                    CASE data_type WHEN 'bytea'
                        THEN format('unnest(ARRAY[encode(%1$I, ''hex''), translate(encode(%1$I, ''base64''), E''\\n='', ''''),'
                            || ' translate(encode(%1$I, ''base64''), E''+/\\n='', ''-_'')])', column_name)
                        ELSE format('%I', column_name) END, table_name, column_name)
                FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name NOT LIKE 'databasechangelog%'
                    AND (data_type = 'bytea' OR column_name LIKE '%hash%' OR column_name LIKE '%fingerprint%')
                """);
        return columns.stream()
                .flatMap(query -> TestDatabase.rows(query).stream())
                .collect(Collectors.toSet());
    }
}
