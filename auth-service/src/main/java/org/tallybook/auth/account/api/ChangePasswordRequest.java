package org.tallybook.auth.account.api;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.credential.domain.PasswordRules;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldErrors;

/**
 * A change of password.
 *
 * @param newPassword 15 to 128 code points, from 8 for who has a second factor, none that is easily guessed
 */
public record ChangePasswordRequest(
        @NotEmpty @Size(max = 512) @Nullable String currentPassword,
        @NotNull @Nullable String newPassword) implements Checkable {

    @Override
    public void check(FieldErrors errors) {
        NewPasswords.checkLength("newPassword", newPassword, PasswordRules.SHORTEST_WITH_SECOND_FACTOR, errors);
    }

    /** Neither password may reach a log. */
    @Override
    public String toString() {
        return "ChangePasswordRequest[…]";
    }
}
