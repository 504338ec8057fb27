package org.tallybook.auth.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;

/** A session that is used through one replica and refreshed or ended through the other. */
@ExtendWith(TwoReplicas.class)
class SessionReplicasIT {

    private static final String OTHER_PASSWORD = "amber heron by the river 7";

    private final Replica first;
    private final Replica second;
    private final Replicas both;

    SessionReplicasIT(Replicas both) {
        this.both = both;
        this.first = both.first();
        this.second = both.second();
    }

    @Test
    void twentyRefreshesOverBothGetOneSuccessor() throws Exception {
        JsonPath tokens = first.login(Person.verified());
        String parent = tokens.getString("refreshToken");

        List<Response> answers = InParallel.times(20, i -> both.number(i).refresh(parent));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(successors(answers)).hasSize(1).doesNotContain(parent);
        assertThat(rows(tokens)).isEqualTo(2);
        for (Response answer : answers) {
            assertThat(first.me(answer.jsonPath().getString("accessToken"))).isEqualTo(200);
            assertThat(second.me(answer.jsonPath().getString("accessToken"))).isEqualTo(200);
        }
        second.refresh(successors(answers).iterator().next()).then().statusCode(200);
    }

    @Test
    void aChainIsRefreshedByWhicheverReplicaIsAsked() {
        JsonPath tokens = first.login(Person.verified());
        String token = tokens.getString("refreshToken");

        for (int i = 0; i < 6; i++) {
            Response answer = both.number(i + 1).refresh(token);
            answer.then().statusCode(200);
            token = answer.jsonPath().getString("refreshToken");
        }

        assertThat(rows(tokens)).isEqualTo(7);
        assertThat(unused(tokens)).isEqualTo(1);
    }

    @Test
    void anAnswerThatDiedWithItsReplicaIsGivenByTheOthers() throws Exception {
        JsonPath tokens = first.login(Person.verified());
        String parent = tokens.getString("refreshToken");
        Replica dying = both.another();

        try (Call unheard = Call.refresh(dying, parent)) {
            TestDatabase.awaitCount(
                    2,
                    "SELECT count(*) FROM refresh_token WHERE session_id IN"
                            + " (SELECT id FROM session WHERE user_id = ?::uuid)",
                    tokens.getString("user.id"));
            dying.kill();
        }

        List<Response> again = InParallel.times(4, i -> both.number(i).refresh(parent));
        assertThat(again).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(successors(again)).hasSize(1);
        assertThat(rows(tokens)).isEqualTo(2);
        second.refresh(successors(again).iterator().next()).then().statusCode(200);
    }

    @Test
    void aReplicaThatDiesBeforeItsCommitSpendsNothing() throws Exception {
        JsonPath tokens = first.login(Person.verified());
        String user = tokens.getString("user.id");
        String parent = tokens.getString("refreshToken");
        Replica dying = both.another();

        try (HeldStream held = HeldStream.of(user);
                Call unheard = Call.refresh(dying, parent)) {
            held.awaitSomebody();
            dying.kill();
        }

        assertThat(rows(tokens)).isEqualTo(1);
        Response answer = second.refresh(parent);
        answer.then().statusCode(200);
        assertThat(rows(tokens)).isEqualTo(2);
        assertThat(first.me(answer.jsonPath().getString("accessToken"))).isEqualTo(200);
    }

    @Test
    void aReuseOnOneEndsTheFamilyOnBoth() {
        JsonPath tokens = first.login(Person.verified());
        String parent = tokens.getString("refreshToken");
        JsonPath next = second.refresh(parent).jsonPath();
        assertThat(second.me(next.getString("accessToken"))).isEqualTo(200);
        TestDatabase.update(
                "UPDATE refresh_token SET used_at = used_at - interval '11 seconds' WHERE used_at IS NOT NULL"
                        + " AND session_id IN (SELECT id FROM session WHERE user_id = ?::uuid)",
                tokens.getString("user.id"));

        first.refresh(parent).then().statusCode(401);

        assertOut(next);
        assertOut(tokens);
    }

    @Test
    void signingOutOnOneIsSignedOutOnBoth() {
        Person ada = Person.verified();
        JsonPath phone = first.login(ada);
        JsonPath laptop = second.login(ada);

        first.as(phone.getString("accessToken"))
                .post(Person.PATH + "/logout")
                .then()
                .statusCode(204);

        assertOut(phone);
        assertThat(first.me(laptop.getString("accessToken"))).isEqualTo(200);
        JsonPath tablet = first.login(ada);

        second.as(tablet.getString("accessToken"))
                .post(Person.PATH + "/logout-all")
                .then()
                .statusCode(204);

        assertOut(laptop);
        assertOut(tablet);
        JsonPath again = first.login(ada);
        assertThat(second.me(again.getString("accessToken"))).isEqualTo(200);
    }

    @Test
    void aNewPasswordOnOneEndsTheOtherSessionsOnBoth() {
        Person ada = Person.verified();
        JsonPath thief = second.login(ada);
        JsonPath own = first.login(ada);

        first.as(own.getString("accessToken"))
                .body(Map.of("currentPassword", ada.password(), "newPassword", OTHER_PASSWORD))
                .post(Person.PATH + "/password/change")
                .then()
                .statusCode(204);

        assertOut(thief);
        second.tryLogin(ada).then().statusCode(401);
        assertThat(second.me(own.getString("accessToken"))).isEqualTo(200);
        second.tryLogin(ada.withPassword(OTHER_PASSWORD)).then().statusCode(200);
    }

    @Test
    void whoIsLockedOrDeletedOnOneIsOutOfBoth() {
        String admin = administrator();
        Person eve = Person.verified();
        JsonPath eves = second.login(eve);
        Person bob = Person.verified();
        JsonPath bobs = second.login(bob);

        first.as(admin)
                .post(Person.PATH + "/admin/users/" + eves.getString("user.id") + "/lock")
                .then()
                .statusCode(204);
        first.as(bobs.getString("accessToken"))
                .body(Map.of("password", bob.password()))
                .delete(Person.PATH + "/me")
                .then()
                .statusCode(204);

        assertOut(eves);
        assertOut(bobs);
        second.tryLogin(eve).then().statusCode(403);
        second.tryLogin(bob).then().statusCode(401);
    }

    /** From both, in every way that a session is used. */
    private void assertOut(JsonPath session) {
        for (Replica replica : List.of(second, first)) {
            assertThat(replica.me(session.getString("accessToken"))).isEqualTo(401);
            replica.refresh(session.getString("refreshToken")).then().statusCode(401);
        }
    }

    private String administrator() {
        Person person = Person.verified();
        TestDatabase.update("UPDATE identity SET roles = ARRAY['admin', 'user'] WHERE email = ?", person.email());
        return second.login(person).getString("accessToken");
    }

    private static HashSet<String> successors(List<Response> answers) {
        return answers.stream()
                .map(answer -> answer.jsonPath().getString("refreshToken"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static long rows(JsonPath tokens) {
        return count(tokens, "");
    }

    private static long unused(JsonPath tokens) {
        return count(tokens, " AND used_at IS NULL");
    }

    private static long count(JsonPath tokens, String further) {
        return TestDatabase.count(
                "SELECT count(*) FROM refresh_token WHERE session_id IN (SELECT id FROM session WHERE user_id = ?::uuid)"
                        + further,
                tokens.getString("user.id"));
    }
}
