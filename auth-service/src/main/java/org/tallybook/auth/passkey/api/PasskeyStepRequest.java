package org.tallybook.auth.passkey.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldErrors;

/**
 * The second step of a sign-in, with a passkey.
 *
 * @param mfaToken of the answer {@code mfa-required}
 * @param credential the browser's answer
 */
public record PasskeyStepRequest(
        @NotBlank @Size(max = 512) @Nullable String mfaToken,
        @NotNull @Valid @Nullable AssertionCredential credential) implements Checkable {

    @Override
    public void check(FieldErrors errors) {
        if (credential != null) {
            credential.check("credential", errors);
        }
    }

    /** What it carries is worth a session and must not reach a log. */
    @Override
    public String toString() {
        return "PasskeyStepRequest[…]";
    }
}
