package org.tallybook.auth.session.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in.
 *
 * @param login e-mail address or username
 * @param password at most 512 UTF-16 units, which is more than any password of ours has
 * @param remember whether a browser keeps its session after it is closed; false if absent
 */
public record LoginRequest(
        @NotBlank @Size(max = 254) @Nullable String login,
        @NotEmpty @Size(max = 512) @Nullable String password,
        @Nullable Boolean remember) {

    /** Neither part may reach a log. */
    @Override
    public String toString() {
        return "LoginRequest[…]";
    }
}
