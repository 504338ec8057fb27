package org.tallybook.auth.passkey.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.passkey.domain.Attestation;
import org.tallybook.auth.passkey.domain.Octets;
import org.tallybook.kit.problem.FieldErrors;

/**
 * What {@code PublicKeyCredential.toJSON()} yields after a registration (WebAuthn level 3, section 5.1). Members that
 * merely repeat what is in the attestation object, or that nobody vouches for, are taken and not looked at.
 */
public record AttestationCredential(
        @Nullable String id,
        @Nullable String rawId,

        @NotNull @Pattern(regexp = CredentialFields.TYPE) @Nullable
        String type,

        @NotNull @Valid @Nullable Answer response,
        @Nullable String authenticatorAttachment,
        @Nullable Map<String, Object> clientExtensionResults) {

    /** @param clientDataJSON named as the standard names it */
    public record Answer(
            @NotBlank @Size(max = 8192) @Nullable String clientDataJSON,
            @NotBlank @Size(max = 65536) @Nullable String attestationObject,
            @Nullable String authenticatorData,
            @Nullable List<String> transports,
            @Nullable String publicKey,
            @Nullable Long publicKeyAlgorithm) {}

    void check(String path, FieldErrors errors) {
        if (response != null) {
            CredentialFields.check(path + ".response.clientDataJSON", response.clientDataJSON, errors);
            CredentialFields.check(path + ".response.attestationObject", response.attestationObject, errors);
        }
    }

    Attestation attestation() {
        Answer answer = Objects.requireNonNull(response);
        return new Attestation(
                Octets.ofText(Objects.requireNonNull(answer.clientDataJSON)),
                Octets.ofText(Objects.requireNonNull(answer.attestationObject)));
    }
}
