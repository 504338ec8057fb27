package org.tallybook.auth.passkey.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.passkey.domain.Assertion;
import org.tallybook.auth.passkey.domain.Octets;
import org.tallybook.kit.problem.FieldErrors;

/** What {@code PublicKeyCredential.toJSON()} yields after a sign-in (WebAuthn level 3, section 5.1). */
public record AssertionCredential(
        @NotBlank @Size(max = 1400) @Nullable String id,
        @Nullable String rawId,

        @NotNull @Pattern(regexp = CredentialFields.TYPE) @Nullable
        String type,

        @NotNull @Valid @Nullable Answer response,
        @Nullable String authenticatorAttachment,
        @Nullable Map<String, Object> clientExtensionResults) {

    /** @param clientDataJSON named as the standard names it */
    public record Answer(
            @NotBlank @Size(max = 8192) @Nullable String clientDataJSON,
            @NotBlank @Size(max = 8192) @Nullable String authenticatorData,
            @NotBlank @Size(max = 2048) @Nullable String signature,
            @Size(max = 88) @Nullable String userHandle,
            @Nullable String attestationObject) {}

    void check(String path, FieldErrors errors) {
        CredentialFields.check(path + ".id", id, errors);
        if (response != null) {
            CredentialFields.check(path + ".response.clientDataJSON", response.clientDataJSON, errors);
            CredentialFields.check(path + ".response.authenticatorData", response.authenticatorData, errors);
            CredentialFields.check(path + ".response.signature", response.signature, errors);
            CredentialFields.check(path + ".response.userHandle", response.userHandle, errors);
        }
    }

    Assertion assertion() {
        Answer answer = Objects.requireNonNull(response);
        return new Assertion(
                Octets.ofText(Objects.requireNonNull(id)),
                Octets.ofText(Objects.requireNonNull(answer.clientDataJSON)),
                Octets.ofText(Objects.requireNonNull(answer.authenticatorData)),
                Octets.ofText(Objects.requireNonNull(answer.signature)),
                answer.userHandle == null ? null : Octets.ofText(answer.userHandle));
    }
}
