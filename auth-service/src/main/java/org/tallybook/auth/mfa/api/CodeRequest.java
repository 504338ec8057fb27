package org.tallybook.auth.mfa.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param code what the authenticator app shows */
public record CodeRequest(
        @NotBlank @Size(max = 64) @Nullable String code) {

    /** The code must not reach a log. */
    @Override
    public String toString() {
        return "CodeRequest[…]";
    }
}
