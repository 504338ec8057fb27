package org.tallybook.auth.audit.domain;

/** What can happen to an account. The names are part of the API and of stored rows: they are never changed. */
public enum AuditAction {
    REGISTERED,
    EMAIL_VERIFIED,
    PROFILE_CHANGED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    LOGIN,

    /** Somebody signed in as the owner has taken everything along. */
    ACCOUNT_EXPORTED,
    REFRESH_TOKEN_REUSED,
    MFA_FAILED,
    TOTP_ADDED,
    TOTP_REMOVED,
    RECOVERY_CODES_RENEWED,
    RECOVERY_CODE_USED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    PASSKEY_REFUSED,
    TOKEN_CREATED,
    TOKEN_DELETED,
    NEW_DEVICE,

    /** After a hundred wrong passwords in a row, unknown devices are refused. */
    SIGN_IN_STOPPED,
    EMAIL_CHANGE_REQUESTED,
    EMAIL_CHANGED,
    SIGNED_UP_WITH_PROVIDER,
    ACCOUNT_LINKED,
    ACCOUNT_UNLINKED,
    LINK_REVOKED,

    /** An administrator brought the account along from another system. */
    TAKEN_IN,
    LOCKED,
    UNLOCKED,
    SESSION_ENDED,
    ALL_SESSIONS_ENDED,
    ADMINISTRATOR_APPOINTED,
    INVITATION_CREATED,
    INVITATION_REVOKED,
    KEYS_ROTATED,
    KEYS_REPLACED
}
