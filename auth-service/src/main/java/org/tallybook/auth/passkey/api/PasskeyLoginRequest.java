package org.tallybook.auth.passkey.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldErrors;

/**
 * A sign-in with a passkey.
 *
 * @param credential the browser's answer
 * @param remember whether a browser keeps its session after it is closed; false if absent
 */
public record PasskeyLoginRequest(
        @NotNull @Valid @Nullable AssertionCredential credential,
        @Nullable Boolean remember) implements Checkable {

    @Override
    public void check(FieldErrors errors) {
        if (credential != null) {
            credential.check("credential", errors);
        }
    }

    /** What it carries is worth a session and must not reach a log. */
    @Override
    public String toString() {
        return "PasskeyLoginRequest[…]";
    }
}
