package org.tallybook.auth.session.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param refreshToken of the last sign-in or refresh */
public record RefreshRequest(
        @NotBlank @Size(max = 512) @Nullable String refreshToken) {

    /** The token must not reach a log. */
    @Override
    public String toString() {
        return "RefreshRequest[…]";
    }
}
