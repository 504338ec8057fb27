package org.tallybook.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallybook.gateway.fake.Client.field;
import static org.tallybook.gateway.fake.Client.json;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallybook.gateway.fake.Client;
import org.tallybook.gateway.fake.FakeAuth;
import org.tallybook.gateway.fake.Fakes;
import org.tallybook.kit.test.stack.TallybookStack;

/** Programs with a personal access token at the door. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class PersonalTokenIT {

    private static final String TRACKERS = "/api/v1/trackers";

    private final Client client = new Client();
    private final FakeAuth auth = Fakes.auth();

    @Inject
    RedisAPI redis;

    @BeforeAll
    static void startUpstreams() {
        Fakes.tracker();
    }

    @Test
    void aServiceSeesAnAccessTokenAndNeverTheTokenItself() throws Exception {
        String token = auth.makePersonalToken();

        var answer = get(token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(authorization(answer)).isEqualTo("Bearer " + auth.lastToken);
        assertThat(answer.body()).doesNotContain(token);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        for (Response key :
                redis.keys("*").toCompletionStage().toCompletableFuture().get()) {
            assertThat(key.toString()).doesNotContain(token);
        }
    }

    @Test
    void aProgramWritesWithoutACsrfTokenButNotWithoutLimits() {
        String token = auth.makePersonalToken();

        var answer = client.send(
                "POST", TRACKERS, "{}", "Content-Type", "application/json", "Authorization", "Bearer " + token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(field(answer, "RateLimit-Limit")).isEqualTo("600");
    }

    @Test
    void aTokenIsExchangedOnceForManyRequests() {
        String token = auth.makePersonalToken();
        int before = auth.exchanges.get();

        for (int i = 0; i < 5; i++) {
            assertThat(get(token).statusCode()).isEqualTo(200);
        }

        assertThat(auth.exchanges.get() - before).isEqualTo(1);
    }

    @Test
    void aDeletedTokenIsWorthNothingAlthoughItWasCached() {
        String token = auth.makePersonalToken();
        get(token);
        auth.deletePersonalToken(token);
        Fakes.tracker().refusedBearer = auth.lastToken;

        var answer = get(token);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(authorization(get(token))).isNull();
    }

    @Test
    void aTokenThatNobodyIssuedIsNobody() {
        var answer = get("tb_pat_" + "A".repeat(49));

        assertThat(authorization(answer)).isNull();
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void inventingTokensDoesNotEscapeTheLimits() {
        for (int i = 0; i < 40; i++) {
            get("tb_pat_" + "B".repeat(47) + (10 + i));
        }

        var answer = get("tb_pat_" + "C".repeat(49));

        assertThat(Integer.parseInt(field(answer, "RateLimit-Remaining"))).isLessThan(590);
    }

    @Test
    void theKindsOfCredentialsDoNotMix() {
        String token = auth.makePersonalToken();
        String session = auth.openSession();
        assertThat(get(token).statusCode()).isEqualTo(200);

        var asCookie = client.get(TRACKERS, "Cookie", "__Host-sid=" + token);
        var asBearer = client.get(TRACKERS, "Authorization", "Bearer " + session);
        var both = client.get(TRACKERS, "Cookie", "__Host-sid=" + session, "Authorization", "Bearer " + token);

        assertThat(authorization(asCookie)).isNull();
        assertThat(authorization(asBearer)).isEqualTo("Bearer " + session);
        assertThat(both.statusCode()).isEqualTo(400);
        assertThat(both.body()).contains("ambiguous-credentials");
    }

    @Test
    void saysSoWhenNobodyKnowsWhetherATokenIsGood() {
        String token = auth.makePersonalToken();
        auth.failing = true;
        try {
            assertThat(get(token).statusCode()).isEqualTo(503);
        } finally {
            auth.failing = false;
        }
    }

    @Test
    void isNotAskedAboutForACallThatNeedsNobody() {
        int before = auth.exchanges.get();

        client.send(
                "POST",
                "/api/v1/auth/password/forgot",
                "{}",
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + auth.makePersonalToken());

        assertThat(auth.exchanges.get()).isEqualTo(before);
    }

    private HttpResponse<String> get(String token) {
        return client.get(TRACKERS, "Authorization", "Bearer " + token);
    }

    private static String authorization(HttpResponse<String> answer) {
        JsonArray fields = json(answer).getJsonObject("fields").getJsonArray("authorization");
        return fields == null ? null : fields.getString(0);
    }
}
