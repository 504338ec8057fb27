package org.tallybook.auth.support;

import static io.restassured.RestAssured.given;

import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticatorAssertionResponse;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.PublicKeyCredential;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.test.authenticator.webauthn.NoneAttestationAuthenticator;
import com.webauthn4j.test.authenticator.webauthn.WebAuthnAuthenticatorAdaptor;
import com.webauthn4j.test.client.ClientPlatform;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A browser on a device with one authenticator; its person can be made careless, its page another. */
public final class TestBrowser {

    public static final String OWN = "http://localhost:8080";

    private final WebAuthnAuthenticatorAdaptor device =
            new WebAuthnAuthenticatorAdaptor(new NoneAttestationAuthenticator());
    private String origin = OWN;
    private UserVerificationRequirement verification = UserVerificationRequirement.REQUIRED;

    /** The page that asks is of another origin. */
    public TestBrowser at(String other) {
        origin = other;
        return this;
    }

    /** The device asks neither for a finger nor for a PIN. */
    public TestBrowser withoutVerification() {
        verification = UserVerificationRequirement.DISCOURAGED;
        return this;
    }

    /** Asks for a passkey and registers it. */
    public Response register(String access) {
        return add(access, create(question(access)));
    }

    public static JsonPath question(String access) {
        return given().auth()
                .oauth2(access)
                .post(Person.PATH + "/passkeys/options")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static Response add(String access, Map<String, Object> credential) {
        return given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(Map.of("name", "Phone", "credential", credential))
                .post(Person.PATH + "/passkeys");
    }

    public Map<String, Object> create(JsonPath options) {
        return create(options, options.getString("rp.id"));
    }

    public Map<String, Object> create(JsonPath options, String rpId) {
        var made = platform()
                .create(new PublicKeyCredentialCreationOptions(
                        new PublicKeyCredentialRpEntity(rpId, options.getString("rp.name")),
                        new PublicKeyCredentialUserEntity(
                                bytes(options.getString("user.id")),
                                options.getString("user.name"),
                                options.getString("user.displayName")),
                        new DefaultChallenge(options.getString("challenge")),
                        options.getList("pubKeyCredParams.alg", Long.class).stream()
                                .map(number -> new PublicKeyCredentialParameters(
                                        PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(number)))
                                .toList(),
                        null,
                        List.of(),
                        new AuthenticatorSelectionCriteria(null, true, ResidentKeyRequirement.REQUIRED, verification),
                        AttestationConveyancePreference.NONE,
                        null));
        return credential(
                made.getRawId(),
                Map.of(
                        "clientDataJSON", text(made.getResponse().getClientDataJSON()),
                        "attestationObject", text(made.getResponse().getAttestationObject()),
                        "transports", List.of("internal")));
    }

    public Map<String, Object> get(JsonPath options) {
        var signed = platform()
                .get(new PublicKeyCredentialRequestOptions(
                        new DefaultChallenge(options.getString("challenge")),
                        null,
                        options.getString("rpId"),
                        options.getList("allowCredentials.id", String.class).stream()
                                .map(id -> new PublicKeyCredentialDescriptor(
                                        PublicKeyCredentialType.PUBLIC_KEY, bytes(id), null))
                                .toList(),
                        verification,
                        null));
        return assertion(signed);
    }

    private static Map<String, Object> assertion(PublicKeyCredential<AuthenticatorAssertionResponse, ?> signed) {
        AuthenticatorAssertionResponse answer = signed.getResponse();
        var response = new HashMap<String, Object>(Map.of(
                "clientDataJSON", text(answer.getClientDataJSON()),
                "authenticatorData", text(answer.getAuthenticatorData()),
                "signature", text(answer.getSignature())));
        if (answer.getUserHandle() != null) {
            response.put("userHandle", text(answer.getUserHandle()));
        }
        return credential(signed.getRawId(), response);
    }

    private static Map<String, Object> credential(byte[] id, Map<String, Object> response) {
        return Map.of(
                "id",
                text(id),
                "rawId",
                text(id),
                "type",
                "public-key",
                "authenticatorAttachment",
                "platform",
                "clientExtensionResults",
                Map.of("credProps", Map.of("rk", true)),
                "response",
                response);
    }

    private ClientPlatform platform() {
        return new ClientPlatform(new Origin(origin), device);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
