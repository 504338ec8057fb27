package org.tallybook.kit.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.token.TestIssuer;
import org.tallybook.kit.test.token.TestTokens;

@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(TestIssuer.class)
class AccessLogIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String EMAIL = "ada@people.example";

    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        Logger.getLogger(AccessLog.CATEGORY).addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger(AccessLog.CATEGORY).removeHandler(lines);
    }

    @Test
    void saysWhoAskedForWhatInWhichTraceAndHowItWasAnswered() throws Exception {
        UUID user = UUID.randomUUID();
        String token = TestTokens.user(user).bearer();

        given().header("Authorization", token)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .header("X-Request-Id", "request-of-a-test")
                .get("/sample/me?email=" + EMAIL + "&token=secret")
                .then()
                .statusCode(200);

        assertThat(lines.next())
                .startsWith("method=GET path=/sample/me status=200 ms=")
                .contains(" user=" + user + " ", " trace=" + TRACE + " ")
                .endsWith(" request=request-of-a-test")
                .doesNotContain(EMAIL, "secret", "Bearer", "eyJ");
    }

    @Test
    void namesTheUserOfARefusalToo() throws Exception {
        UUID user = UUID.randomUUID();

        given().header("Authorization", TestTokens.user(user).bearer())
                .get("/sample/admin")
                .then()
                .statusCode(403);

        assertThat(lines.next()).contains("path=/sample/admin status=403", " user=" + user + " ");
    }

    @Test
    void believesNoTokenThatIsNotGood() throws Exception {
        UUID user = UUID.randomUUID();
        String expired = TestTokens.user(user).expired().bearer();

        given().header("Authorization", expired).get("/sample/me").then().statusCode(401);

        assertThat(lines.next()).contains("status=401", " user=- ").doesNotContain(user.toString(), expired);
    }

    @Test
    void keepsBodiesAndPrivatePathsToItself() throws Exception {
        given().contentType("application/json")
                .body("{\"name\":\"" + EMAIL + "\",\"password\":\"hunter2\"}")
                .post("/sample")
                .then()
                .statusCode(400);
        given().get("/sample/" + "t".repeat(43) + "/x").then().statusCode(404);
        given().urlEncodingEnabled(false)
                .get("/sample/ada%40people.example")
                .then()
                .statusCode(404);

        List<String> all = List.of(lines.next(), lines.next(), lines.next());
        assertThat(all)
                .anyMatch(line -> line.contains("method=POST path=/sample status=400"))
                .anyMatch(line -> line.contains("path=/sample/…/x status=404"))
                .anyMatch(line -> line.contains("path=/sample/… status=404"));
        assertThat(String.join("\n", all)).doesNotContain("people.example", "hunter2", "ttt");
    }

    /** What is written, as it is written. */
    private static final class Lines extends Handler {

        private final LinkedBlockingQueue<String> written = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            String line = written.poll(30, TimeUnit.SECONDS);
            assertThat(line).as("a line was written").isNotNull();
            return line;
        }

        @Override
        public void publish(LogRecord entry) {
            written.add(ExtLogRecord.wrap(entry).getFormattedMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
