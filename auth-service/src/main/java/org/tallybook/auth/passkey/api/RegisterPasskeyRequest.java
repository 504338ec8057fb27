package org.tallybook.auth.passkey.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.passkey.domain.Passkey;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/**
 * A new passkey.
 *
 * @param name what the user calls it, such as the device it is on; one line: it stands in mails
 * @param credential the browser's answer
 */
public record RegisterPasskeyRequest(
        @NotBlank @Size(max = Passkey.LONGEST_NAME) @Nullable
        String name,

        @NotNull @Valid @Nullable AttestationCredential credential)
        implements Checkable {

    @Override
    public void check(FieldErrors errors) {
        errors.addIf(name != null && name.chars().anyMatch(Character::isISOControl), "name", FieldCode.INVALID_FORMAT);
        if (credential != null) {
            credential.check("credential", errors);
        }
    }
}
