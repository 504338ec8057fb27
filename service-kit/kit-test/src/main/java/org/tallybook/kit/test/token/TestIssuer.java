package org.tallybook.kit.test.token;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands where auth-service would: serves a JWKS on loopback, whose private key {@link TestTokens} signs with. One key
 * pair and one server for the whole JVM.
 */
public class TestIssuer implements QuarkusTestResourceLifecycleManager {

    static final String KEY_ID = "test-key";
    static final String ISSUER = "http://localhost:8080";
    static final KeyPair KEYS = generate();

    private static @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        String url = "http://127.0.0.1:" + serve().getAddress().getPort() + "/.well-known/jwks.json";
        return Map.of("TALLYBOOK_JWKS_URL", url, "TALLYBOOK_PUBLIC_URL", ISSUER);
    }

    @Override
    public void stop() {
        // The server lives as long as the JVM: other test classes use it too, and its threads are daemons.
    }

    private static synchronized HttpServer serve() {
        HttpServer running = server;
        if (running != null) {
            return running;
        }
        try {
            HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] body = jwks().getBytes(StandardCharsets.UTF_8);
            fresh.createContext("/.well-known/jwks.json", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            fresh.start();
            server = fresh;
            return fresh;
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    private static String jwks() {
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        return """
            {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}""".formatted(KEY_ID, base64(key.getModulus()), base64(key.getPublicExponent()));
    }

    /** Base64urlUInt of RFC 7518, section 2: big-endian without a sign byte. */
    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has RSA", impossible);
        }
    }
}
