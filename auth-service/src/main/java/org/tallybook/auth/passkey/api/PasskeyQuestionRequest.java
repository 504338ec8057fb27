package org.tallybook.auth.passkey.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param mfaToken of the answer {@code mfa-required} */
public record PasskeyQuestionRequest(
        @NotBlank @Size(max = 512) @Nullable String mfaToken) {

    /** The token must not reach a log. */
    @Override
    public String toString() {
        return "PasskeyQuestionRequest[…]";
    }
}
