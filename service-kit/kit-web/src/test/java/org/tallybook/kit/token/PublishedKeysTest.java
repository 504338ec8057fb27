package org.tallybook.kit.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

class PublishedKeysTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final AtomicInteger reads = new AtomicInteger();
    private volatile int status = 200;
    private volatile String document = "";
    private Vertx vertx;
    private HttpServer issuer;
    private PublishedKeys keys;

    @BeforeEach
    void start() throws IOException {
        vertx = Vertx.vertx();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/", exchange -> {
            reads.incrementAndGet();
            byte[] body = document.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        issuer.start();
        keys = new PublishedKeys(
                vertx, "http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks.json");
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
        vertx.closeAndAwait();
    }

    @Test
    void knowsAKeyAfterLookingItUp() {
        publish("a");
        assertThat(keys.known("a")).isEmpty();

        lookUp("a");

        assertThat(keys.known("a")).isPresent();
        assertThat(keys.known("b")).isEmpty();
    }

    @Test
    void asksForAKnownKeyOnlyOnce() {
        publish("a");
        lookUp("a");
        lookUp("a");

        assertThat(reads).hasValue(1);
    }

    @Test
    void asksAtMostOnceASecondForUnknownKeys() {
        publish("a");
        long begin = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            lookUp("made-up-" + i);
        }
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();

        assertThat(reads.get()).isBetween(1, 1 + (int) seconds);
    }

    @Test
    void findsANewKeyAndForgetsAWithdrawnOne() {
        publish("a");
        lookUp("a");
        publish("b");

        Awaitility.await().atMost(LONG).untilAsserted(() -> {
            lookUp("b");
            assertThat(keys.known("b")).isPresent();
        });
        assertThat(keys.known("a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                503 | {"keys":[]}
                302 | {"keys":[]}
                200 | <html>maintenance</html>
                200 | {}
                """)
    void doesNotDecideWhileTheIssuerIsNotWell(int answer, String body) {
        status = answer;
        document = body;

        assertThatThrownBy(() -> lookUp("a"))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.slug()).isEqualTo(KitSlugs.UNAVAILABLE));
    }

    @Test
    void keepsItsKeysWhileTheIssuerIsAway() {
        publish("a");
        lookUp("a");
        issuer.stop(0);

        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(() -> assertThatThrownBy(() -> lookUp("b")).isInstanceOf(Rejected.class));
        assertThat(keys.known("a")).isPresent();
        assertThatCode(() -> lookUp("a")).doesNotThrowAnyException();
    }

    @Test
    void recoversAsSoonAsTheIssuerIsBack() {
        status = 503;
        assertThatThrownBy(() -> lookUp("a")).isInstanceOf(Rejected.class);
        status = 200;
        publish("a");

        Awaitility.await().atMost(LONG).ignoreExceptions().until(() -> {
            lookUp("a");
            return keys.known("a").isPresent();
        });
    }

    @Test
    void takesNoKeyThatIsNotForSignaturesOrTooShort() {
        document = "{\"keys\":[" + key("short", 1024) + "," + key("enc", 2048).replace("\"sig\"", "\"enc\"") + "]}";

        lookUp("short");

        assertThat(keys.known("short")).isEmpty();
        assertThat(keys.known("enc")).isEmpty();
    }

    private void lookUp(String keyId) {
        keys.lookUp(keyId).await().atMost(LONG);
    }

    private void publish(String... ids) {
        document = Arrays.stream(ids).map(id -> key(id, 2048)).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    private static String key(String id, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            var key = new RsaJsonWebKey((java.security.interfaces.RSAPublicKey)
                    generator.generateKeyPair().getPublic());
            key.setKeyId(id);
            key.setUse("sig");
            return key.toJson();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has RSA", impossible);
        }
    }
}
