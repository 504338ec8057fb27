package org.tallybook.auth.account.api;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param password of the user, once more */
public record SudoRequest(
        @NotEmpty @Size(max = 512) @Nullable String password) {

    /** The password must not reach a log. */
    @Override
    public String toString() {
        return "SudoRequest[…]";
    }
}
