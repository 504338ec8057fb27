package org.tallybook.auth.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;

/** Signing keys that two replicas share and one of them replaces. */
@ExtendWith(TwoReplicas.class)
class KeyReplicasIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Replicas both;

    KeyReplicasIT(Replicas both) {
        this.both = both;
    }

    @Test
    void twoThatStartTogetherMakeTheTwoKeysOfOne() {
        assertThat(both.keysAtStart()).hasSize(2);
        assertThat(published(both.first())).containsExactlyInAnyOrderElementsOf(published(both.second()));
    }

    @Test
    void aRotationOnOneFailsNoRequestOnTheOther() {
        Person ada = Person.verified();
        String before = both.second().login(ada).getString("accessToken");
        String fresh = rotate(false);
        List<Integer> statuses = new ArrayList<>();

        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            List<String> signed = useBoth(ada, statuses);
            return signed.stream().allMatch(fresh::equals);
        });

        assertThat(statuses).hasSizeGreaterThan(8).containsOnly(200);
        assertThat(both.first().me(before)).isEqualTo(200);
        assertThat(both.second().me(before)).isEqualTo(200);
        assertThat(published(both.second())).contains(fresh, keyOf(before));
    }

    @Test
    void whatALeakedKeySignedIsRefusedByBothAtOnce() {
        Person ada = Person.verified();
        JsonPath login = both.second().login(ada);

        String fresh = rotate(true);

        assertThat(both.second().me(login.getString("accessToken"))).isEqualTo(401);
        assertThat(both.first().me(login.getString("accessToken"))).isEqualTo(401);
        Awaitility.await().atMost(PATIENCE).until(() -> published(both.second()).contains(fresh));
        JsonPath again = both.second().refresh(login.getString("refreshToken")).jsonPath();
        assertThat(keyOf(again.getString("accessToken"))).isEqualTo(fresh);
        assertThat(both.first().me(again.getString("accessToken"))).isEqualTo(200);
        assertThat(TestDatabase.rows("SELECT id FROM signing_key")).contains(fresh);
    }

    /** Signs in at each and shows the token to both; tells which keys signed. */
    private List<String> useBoth(Person person, List<Integer> statuses) {
        List<String> signed = new ArrayList<>();
        for (Replica replica : List.of(both.first(), both.second())) {
            String access = replica.login(person).getString("accessToken");
            statuses.add(both.first().me(access));
            statuses.add(both.second().me(access));
            signed.add(keyOf(access));
        }
        return signed;
    }

    private String rotate(boolean compromised) {
        Person admin = Person.verified();
        TestDatabase.update("UPDATE identity SET roles = ARRAY['admin', 'user'] WHERE email = ?", admin.email());
        return both.first()
                .as(both.first().login(admin).getString("accessToken"))
                .body(Map.of("compromised", compromised))
                .post(Person.PATH + "/admin/keys/rotate")
                .then()
                .statusCode(200)
                .extract()
                .path("keyId");
    }

    private static List<String> published(Replica replica) {
        return replica.request().get("/.well-known/jwks.json").jsonPath().getList("keys.kid");
    }

    private static String keyOf(String jwt) {
        byte[] header = Base64.getUrlDecoder().decode(jwt.split("\\.")[0]);
        return JsonPath.from(new String(header, StandardCharsets.UTF_8)).getString("kid");
    }
}
