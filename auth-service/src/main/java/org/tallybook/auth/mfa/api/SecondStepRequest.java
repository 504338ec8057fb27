package org.tallybook.auth.mfa.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The second step of a sign-in.
 *
 * @param mfaToken of the answer {@code mfa-required}
 * @param code what the authenticator app shows, or a recovery code
 */
public record SecondStepRequest(
        @NotBlank @Size(max = 512) @Nullable String mfaToken,
        @NotBlank @Size(max = 64) @Nullable String code) {

    /** Neither part may reach a log. */
    @Override
    public String toString() {
        return "SecondStepRequest[…]";
    }
}
