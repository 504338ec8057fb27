package org.tallybook.auth.account.api;

import org.jspecify.annotations.Nullable;
import org.tallybook.auth.credential.domain.PasswordRules;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/** Checks the length of a new password, counted as people count: in code points of its normal form. */
final class NewPasswords {

    private NewPasswords() {}

    /** @param shortest that may be allowed to anybody */
    static void checkLength(String field, @Nullable String password, int shortest, FieldErrors errors) {
        if (password == null) {
            return;
        }
        String text = PasswordRules.normalized(password);
        int length = text.codePointCount(0, text.length());
        errors.addIf(length < shortest, field, FieldCode.TOO_SHORT, shortest);
        errors.addIf(length > PasswordRules.LONGEST, field, FieldCode.TOO_LONG, PasswordRules.LONGEST);
    }
}
