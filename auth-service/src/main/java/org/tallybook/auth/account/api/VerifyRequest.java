package org.tallybook.auth.account.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param token from the mailed link */
public record VerifyRequest(
        @NotBlank @Size(max = 512) @Nullable String token) {

    /** The token must not reach a log. */
    @Override
    public String toString() {
        return "VerifyRequest[…]";
    }
}
