package org.tallybook.auth.email.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/** @param email where the account shall move */
public record NewEmailRequest(
        @NotNull @Size(min = EmailAddress.SHORTEST, max = EmailAddress.LONGEST) @Nullable
        String email) implements Checkable {

    @Override
    public void check(FieldErrors errors) {
        errors.addIf(email != null && !EmailAddress.isValid(email), "email", FieldCode.INVALID_FORMAT);
    }

    EmailAddress emailAddress() {
        return new EmailAddress(Objects.requireNonNull(email));
    }
}
