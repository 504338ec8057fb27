package org.tallybook.auth.session.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param session what the browser's cookie holds */
public record ExchangeRequest(
        @NotBlank @Size(max = 512) @Nullable String session) {

    /** The session must not reach a log. */
    @Override
    public String toString() {
        return "ExchangeRequest[…]";
    }
}
