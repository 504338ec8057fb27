package org.tallybook.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.Program;
import org.tallybook.auth.token.SigningKeys;
import org.tallybook.auth.token.domain.SigningKey;
import org.tallybook.kit.test.stack.TallybookStack;

/** Tokens that no issuer of ours wrote, and some that it could have written but must not. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class HostileTokenIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static String good = "";

    @jakarta.inject.Inject
    SigningKeys keys;

    @BeforeEach
    void signIn() {
        if (good.isEmpty()) {
            good = Person.verified().accessToken();
        }
    }

    @Test
    void theTokenItselfIsGood() throws Exception {
        Person.me(good).then().statusCode(200);
        Person.me(resigned(header -> {}, claims -> {})).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
    void withoutASignature(String algorithm) throws Exception {
        String input = input(header -> header.put("alg", algorithm), claims -> {});

        refused(input + ".");
        refused(input);
        refused(input + "." + good.split("\\.")[2]);
    }

    @Test
    void signedWithThePublicKeyAsIfItWereShared() throws Exception {
        byte[] der = keys.signing().publicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        String jwks = given().get("/.well-known/jwks.json").body().asString();
        String jwk = JSON.readTree(jwks).path("keys").path(0).toString();
        String input = input(header -> header.put("alg", "HS256"), claims -> {});

        for (byte[] secret : List.of(der, ascii(pem), ascii(pem.strip()), ascii(jwk), ascii(jwks))) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            refused(input + "." + base64(mac.doFinal(ascii(input))));
        }
    }

    @Test
    void signedWithAKeyOfTheirOwn() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair theirs = generator.generateKeyPair();

        refused(sign(input(header -> {}, claims -> {}), theirs.getPrivate()));
        refused(sign(input(header -> header.put("kid", "theirs"), claims -> {}), theirs.getPrivate()));
    }

    @Test
    void aKeyIdOfAnotherKey() throws Exception {
        SigningKey other = keys.published().stream()
                .filter(key -> !key.id().equals(keys.signing().id()))
                .findFirst()
                .orElseThrow();

        refused(resigned(header -> header.put("kid", other.id()), claims -> {}));
        refused(resigned(header -> header.put("kid", "x".repeat(10_240)), claims -> {}));
        refused(resigned(header -> header.put("kid", "../../etc/passwd"), claims -> {}));
        refused(resigned(header -> header.put("kid", "' OR 1=1"), claims -> {}));
        refused(resigned(header -> header.remove("kid"), claims -> {}));
    }

    @Test
    void headersThatBringTheirOwnKey() throws Exception {
        refused(resigned(header -> header.put("typ", "JWT"), claims -> {}));
        refused(resigned(header -> header.remove("typ"), claims -> {}));
        refused(resigned(header -> header.put("jku", "http://127.0.0.1:1/jwks"), claims -> {}));
        refused(resigned(header -> header.putObject("jwk").put("kty", "RSA"), claims -> {}));
        refused(resigned(header -> header.putArray("crit").add("exp"), claims -> {}));
    }

    @Test
    void claimsOfAnotherWorld() throws Exception {
        long now = System.currentTimeMillis() / 1000;
        refused(claims -> claims.put("iss", "http://evil.example"));
        refused(claims -> claims.put("aud", "other"));
        refused(claims -> claims.remove("aud"));
        refused(claims -> claims.put("sub", ""));
        refused(claims -> claims.put("sub", "1"));
        refused(claims -> claims.remove("sub"));
        refused(claims -> claims.remove("jti"));
        refused(claims -> claims.putNull("jti"));
        refused(claims -> claims.remove("sid"));
        refused(claims -> claims.remove("scope"));
        refused(claims -> claims.put("iat", now + 60));
        refused(claims -> claims.put("iat", now - 600).put("exp", now - 300));
        refused(claims -> claims.put("exp", now + 3_600));
        refused(claims -> claims.remove("exp"));
    }

    /** To the second in {@code AccessTokenRulesTest}; here with room for a slow machine. */
    @Test
    void atTheEdgesOfTime() throws Exception {
        accepted((claims, now) -> claims.put("iat", now - 299).put("exp", now + 1));
        accepted((claims, now) -> claims.put("iat", now + 4).put("exp", now + 304));
        accepted((claims, now) -> claims.put("nbf", now + 4));
        accepted((claims, now) -> claims.put("nbf", now - 3_600));
        refused((claims, now) -> claims.put("iat", now - 306).put("exp", now - 6));
        refused((claims, now) -> claims.put("exp", claims.path("iat").asLong() + 301));
        refused((claims, now) -> claims.put("iat", now + 30).put("exp", now + 60));
        refused((claims, now) -> claims.put("nbf", now + 60));
        refused((claims, now) -> claims.put("exp", "soon"));
        refused((claims, now) -> claims.put("exp", 1e300));
        refused((claims, now) -> claims.put("iat", -1));
    }

    @Test
    void tamperedWith() {
        String[] parts = good.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"groups\":[\"user\"]", "\"groups\":[\"admin\"]");

        refused(parts[0] + "." + base64(claims.getBytes(StandardCharsets.UTF_8)) + "." + parts[2]);
        refused(parts[0] + "." + parts[1] + "." + parts[2].substring(0, parts[2].length() - 4) + "AAAA");
    }

    @Test
    void notInItsPlace() {
        String refreshToken = Person.verified().login().getString("refreshToken");

        refused(refreshToken);
        given().get(Person.PATH + "/me?access_token=" + good).then().statusCode(401);
        given().cookie("Bearer", good).get(Person.PATH + "/me").then().statusCode(401);
        given().header("X-User-Id", "019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68")
                .get(Person.PATH + "/me")
                .then()
                .statusCode(401);
    }

    @Test
    void saysWhatItsVerifiersNeedAndNothingElse() throws Exception {
        Person ada = Person.verified();
        String access = ada.accessToken();
        given().auth()
                .oauth2(access)
                .contentType("application/merge-patch+json")
                .body("{\"timeZone\":\"America/Argentina/ComodRivadavia\",\"locale\":\"zh-Hant-TW\"}")
                .patch(Person.PATH + "/me")
                .then()
                .statusCode(200);

        String wide = Program.of(access, "trackers:read", "trackers:write", "logs:read", "logs:write", "reports:read")
                .accessToken();
        for (String token : List.of(access, ada.accessToken(), wide)) {
            assertThat(names(token, 0)).containsExactlyInAnyOrder("alg", "typ", "kid");
            assertThat(names(token, 1))
                    .containsExactlyInAnyOrder(
                            "iss", "sub", "aud", "exp", "iat", "jti", "sid", "groups", "scope", "zoneinfo", "locale");
            assertThat(decoded(token)).doesNotContain(ada.email(), ada.username(), "@");
            assertThat(token.length()).isLessThan(1024);
        }
    }

    private void accepted(BiConsumer<ObjectNode, Long> claims) throws Exception {
        Person.me(at(claims)).then().statusCode(200);
    }

    private void refused(BiConsumer<ObjectNode, Long> claims) throws Exception {
        refused(at(claims));
    }

    private String at(BiConsumer<ObjectNode, Long> claims) throws Exception {
        long now = System.currentTimeMillis() / 1000;
        return resigned(header -> {}, node -> claims.accept(node.put("iat", now).put("exp", now + 300), now));
    }

    private void refused(Consumer<ObjectNode> claims) throws Exception {
        refused(resigned(header -> {}, claims));
    }

    private static void refused(String token) {
        given().header("Authorization", "Bearer " + token)
                .get(Person.PATH + "/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    private String resigned(Consumer<ObjectNode> header, Consumer<ObjectNode> claims) throws Exception {
        return sign(input(header, claims), keys.signing().privateKey());
    }

    private static String input(Consumer<ObjectNode> header, Consumer<ObjectNode> claims) throws Exception {
        return changed(good.split("\\.")[0], header) + "." + changed(good.split("\\.")[1], claims);
    }

    private static String changed(String part, Consumer<ObjectNode> change) throws Exception {
        ObjectNode json = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(part));
        change.accept(json);
        return base64(JSON.writeValueAsBytes(json));
    }

    private static String sign(String input, PrivateKey key) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + base64(signature.sign());
    }

    private static List<String> names(String token, int part) throws Exception {
        var names = new ArrayList<String>();
        JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[part]))
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private static String decoded(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
