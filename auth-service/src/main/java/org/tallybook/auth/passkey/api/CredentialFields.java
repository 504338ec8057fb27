package org.tallybook.auth.passkey.api;

import org.jspecify.annotations.Nullable;
import org.tallybook.auth.passkey.domain.Octets;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/** Checks and reads the base64url members of a browser's answer. */
final class CredentialFields {

    static final String TYPE = "public-key";

    private CredentialFields() {}

    static void check(String field, @Nullable String text, FieldErrors errors) {
        errors.addIf(text != null && !isBase64Url(text), field, FieldCode.INVALID_FORMAT);
    }

    private static boolean isBase64Url(String text) {
        try {
            return Octets.ofText(text).bytes().length > 0;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
