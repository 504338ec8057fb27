package org.tallybook.auth.account.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.credential.domain.PasswordRules;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldErrors;

/**
 * A new password in place of a forgotten one.
 *
 * @param token from the mailed link
 * @param newPassword 15 to 128 code points, from 8 for who has a second factor, none that is easily guessed
 */
public record ResetPasswordRequest(
        @NotBlank @Size(max = 512) @Nullable String token,
        @NotNull @Nullable String newPassword) implements Checkable {

    @Override
    public void check(FieldErrors errors) {
        NewPasswords.checkLength("newPassword", newPassword, PasswordRules.SHORTEST_WITH_SECOND_FACTOR, errors);
    }

    /** Neither part may reach a log. */
    @Override
    public String toString() {
        return "ResetPasswordRequest[…]";
    }
}
