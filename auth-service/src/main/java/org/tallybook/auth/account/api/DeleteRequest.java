package org.tallybook.auth.account.api;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param password of the user, once more; only who has none may leave it out */
public record DeleteRequest(
        @Size(min = 1, max = 512) @Nullable String password) {

    /** The password must not reach a log. */
    @Override
    public String toString() {
        return "DeleteRequest[…]";
    }
}
