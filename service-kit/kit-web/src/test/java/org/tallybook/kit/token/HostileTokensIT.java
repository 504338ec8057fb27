package org.tallybook.kit.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.token.TestIssuer;
import org.tallybook.kit.test.token.TestTokens;

@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(TestIssuer.class)
class HostileTokensIT {

    private final UUID userId = UUID.randomUUID();

    @Inject
    Revocations revocations;

    @Test
    void acceptsAGoodToken() {
        me(TestTokens.user(userId).bearer()).statusCode(200).body("userId", equalTo(userId.toString()));
    }

    static Stream<Arguments> changes() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                change("expired", TestTokens::expired),
                change("issued in the future", t -> t.with("iat", now + 60).with("exp", now + 200)),
                change("lives too long", t -> t.with("exp", now + 3_600)),
                change("expires before it was issued", t -> t.with("iat", now).with("exp", now - 1)),
                change("no expiry", t -> t.with("exp", null)),
                change("no issue time", t -> t.with("iat", null)),
                change("other issuer", t -> t.with("iss", "https://evil.example")),
                change("no issuer", t -> t.with("iss", null)),
                change("other audience", t -> t.with("aud", "other")),
                change("no audience", t -> t.with("aud", null)),
                change("no subject", t -> t.with("sub", null)),
                change("empty subject", t -> t.with("sub", "")),
                change("subject is no uuid", t -> t.with("sub", "admin")),
                change("no token id", t -> t.with("jti", null)),
                change("no session", t -> t.with("sid", null)),
                change("session of another type", t -> t.with("sid", 7)),
                change("no scope", t -> t.with("scope", null)),
                change("unknown zone", t -> t.with("zoneinfo", "Mars/Olympus")),
                change("id token", t -> t.header("typ", "JWT")),
                change("no type", t -> t.header("typ", null)),
                change("unknown key", t -> t.header("kid", "unknown")),
                change("traversal as key id", t -> t.header("kid", "../../etc/passwd")),
                change("ten kilobytes of key id", t -> t.header("kid", "k".repeat(10_000))),
                change("no key id", t -> t.header("kid", null)),
                change("critical extension", t -> t.header("crit", new String[] {"exp"})),
                change("key in the header", t -> t.header("jwk", java.util.Map.of("kty", "RSA"))),
                change("not valid yet", t -> t.with("nbf", now + 600)),
                change("issue time as text", t -> t.with("iat", "now")),
                change("shared secret", t -> t.header("alg", "HS256")),
                change("other algorithm", t -> t.header("alg", "RS512")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void refusesAToken(String name, UnaryOperator<TestTokens> change) {
        me(change.apply(TestTokens.user(userId)).bearer())
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tallybook.org/problems/unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE"})
    void refusesAnUnsignedToken(String algorithm) {
        me("Bearer " + TestTokens.user(userId).header("alg", algorithm).unsigned())
                .statusCode(401);
    }

    @Test
    void refusesATokenOfAnotherKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);

        me("Bearer " + TestTokens.user(userId).sign(generator.generateKeyPair().getPrivate()))
                .statusCode(401);
    }

    @Test
    void refusesATamperedPayload() {
        String good = TestTokens.user(userId).sign();
        String other = TestTokens.user(UUID.randomUUID()).signingInput();

        me("Bearer " + other + good.substring(good.lastIndexOf('.'))).statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer a.b.c", "Bearer ..", "Basic dTpw", "x"})
    void refusesWhatIsNoToken(String header) {
        me(header).statusCode(401);
    }

    @Test
    void ignoresATokenInTheQuery() {
        given().queryParam("access_token", TestTokens.user(userId).sign())
                .get("/sample/me")
                .then()
                .statusCode(401);
    }

    @Test
    void refusesATokenOfARevokedSessionAtOnce() {
        TestTokens token = TestTokens.user(userId);
        me(token.bearer()).statusCode(200);

        revocations.revokeSession(UUID.fromString(token.claim("sid"))).await().indefinitely();

        me(token.bearer()).statusCode(401);
        me(TestTokens.user(userId).bearer()).statusCode(200);
    }

    @Test
    void refusesTheTokensAUserHadBeforeLoggingOutEverywhere() {
        long now = Instant.now().getEpochSecond();

        revocations.revokeUser(userId, Instant.ofEpochSecond(now - 2)).await().indefinitely();

        me(issued(userId, now - 2)).statusCode(401);
        me(issued(userId, now - 1)).statusCode(200);
        me(issued(UUID.randomUUID(), now - 2)).statusCode(200);
    }

    @Test
    void refusesEverythingWhileRevocationsCannotBeRead() throws Exception {
        String bearer = TestTokens.user(userId).bearer();
        TallybookStack.stopRedis();
        try {
            me(bearer)
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("type", equalTo("https://tallybook.org/problems/revocation-unavailable"));
        } finally {
            TallybookStack.startRedis();
        }
        org.awaitility.Awaitility.await()
                .ignoreExceptionsMatching(e -> e instanceof AssertionError)
                .until(() -> given().header("Authorization", bearer)
                                .get("/sample/me")
                                .statusCode()
                        == 200);
    }

    @Test
    void asksForTheScopeAndTheRole() {
        get("/sample/scoped", TestTokens.user(userId).scope("trackers:read"))
                .statusCode(403)
                .body("type", equalTo("https://tallybook.org/problems/insufficient-scope"));
        get("/sample/scoped", TestTokens.user(userId).scope("trackers:read logs:write"))
                .statusCode(200);
        get("/sample/admin", TestTokens.user(userId)).statusCode(403).contentType("application/problem+json");
        get("/sample/admin", TestTokens.user(userId).with("groups", java.util.List.of("admin")))
                .statusCode(200);
    }

    @Test
    void deniesAnEndpointWithoutAnAnnotation() {
        get("/sample/forgotten", TestTokens.user(userId)).statusCode(403);
    }

    private static Arguments change(String name, UnaryOperator<TestTokens> change) {
        return Arguments.of(name, change);
    }

    private static String issued(UUID userId, long at) {
        return TestTokens.user(userId).with("iat", at).with("exp", at + 300).bearer();
    }

    private static ValidatableResponse me(String authorization) {
        return given().header("Authorization", authorization).get("/sample/me").then();
    }

    private static ValidatableResponse get(String path, TestTokens token) {
        return given().header("Authorization", token.bearer()).get(path).then();
    }
}
