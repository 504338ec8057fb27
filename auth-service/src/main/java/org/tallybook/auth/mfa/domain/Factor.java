package org.tallybook.auth.mfa.domain;

import java.util.Locale;

/** With what a second step can be taken. */
public enum Factor {
    TOTP,
    PASSKEY,
    RECOVERY_CODE;

    /** How the API names it: {@code recovery-code}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
