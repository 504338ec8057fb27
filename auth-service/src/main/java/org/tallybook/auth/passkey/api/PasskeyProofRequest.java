package org.tallybook.auth.passkey.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldErrors;

/** @param credential the browser's answer */
public record PasskeyProofRequest(@NotNull @Valid @Nullable AssertionCredential credential) implements Checkable {

    @Override
    public void check(FieldErrors errors) {
        if (credential != null) {
            credential.check("credential", errors);
        }
    }
}
