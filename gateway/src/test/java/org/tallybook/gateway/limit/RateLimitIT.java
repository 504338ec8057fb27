package org.tallybook.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallybook.gateway.fake.Client.field;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallybook.gateway.fake.Client;
import org.tallybook.gateway.fake.Fakes;
import org.tallybook.kit.test.stack.TallybookStack;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class RateLimitIT {

    private final Client client = new Client();

    @BeforeAll
    static void startUpstreams() {
        Fakes.tracker();
    }

    @Test
    void letsFiveRegistrationsOfOneAddressThrough() {
        for (int left = 4; left >= 0; left--) {
            HttpResponse<String> answer = register(client);
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(field(answer, "RateLimit-Limit")).isEqualTo("5");
            assertThat(field(answer, "RateLimit-Remaining")).isEqualTo(Integer.toString(left));
            assertThat(field(answer, "RateLimit-Policy")).isEqualTo("5;w=3600");
        }

        HttpResponse<String> sixth = register(client);

        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.body()).contains("/problems/too-many-requests");
        assertThat(field(sixth, "RateLimit-Remaining")).isEqualTo("0");
        assertThat(Integer.parseInt(field(sixth, "Retry-After"))).isBetween(700, 720);
        assertThat(register(new Client()).statusCode()).as("another address").isEqualTo(202);
    }

    /** Stolen lists of passwords are tried with one password an account, so limits per account never see them. */
    @Test
    void oneAddressThatTriesManyAccountsIsStoppedHoweverItSpellsThePath() {
        for (int i = 0; i < 30; i++) {
            assertThat(login(client, "/api/v1/auth/login", i).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> next = login(client, "/api/v1/auth/login", 30);

        assertThat(next.statusCode()).isEqualTo(429);
        assertThat(field(next, "Retry-After")).isNotEmpty();
        for (String spelling : List.of("/api/v1/auth/login/", "/api/v1/auth/%6cogin", "/api/v1/auth/login;x")) {
            assertThat(login(client, spelling, 31).statusCode()).as(spelling).isEqualTo(400);
        }
        assertThat(login(client, "/api/v1/auth/login?x", 31).statusCode()).isEqualTo(429);
        assertThat(login(new Client(), "/api/v1/auth/login", 0).statusCode()).isEqualTo(401);
    }

    @Test
    void countsForItselfWhileRedisIsAway() {
        Client other = new Client();
        TallybookStack.stopRedis();
        try {
            long start = System.nanoTime();
            for (int i = 0; i < 5; i++) {
                assertThat(register(other).statusCode()).isEqualTo(202);
            }
            assertThat(register(other).statusCode()).isEqualTo(429);
            assertThat((System.nanoTime() - start) / 1_000_000)
                    .as("six requests, two rules, 50 ms each")
                    .isLessThan(3_000);
        } finally {
            TallybookStack.startRedis();
        }
    }

    @Test
    void signsInWhileRedisIsAway() {
        String cookie = "__Host-sid=" + Fakes.auth().openSession();
        TallybookStack.stopRedis();
        try {
            assertThat(client.get("/api/v1/auth/me", "Cookie", cookie).statusCode())
                    .isEqualTo(200);
        } finally {
            TallybookStack.startRedis();
        }
    }

    private static HttpResponse<String> register(Client from) {
        return from.send("POST", "/api/v1/auth/register", "{}", "Content-Type", "application/json");
    }

    private static HttpResponse<String> login(Client from, String target, int number) {
        String body = "{\"login\":\"victim-" + number + "\",\"password\":\"stolen\"}";
        return from.send("POST", target, body, "Content-Type", "application/json");
    }
}
