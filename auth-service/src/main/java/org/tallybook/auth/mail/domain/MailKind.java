package org.tallybook.auth.mail.domain;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.link.domain.LinkPurpose;

/** What a mail says. */
public enum MailKind {
    VERIFY_EMAIL(LinkPurpose.VERIFY_EMAIL, "/verify"),
    RESET_PASSWORD(LinkPurpose.RESET_PASSWORD, "/reset"),
    ALREADY_REGISTERED(null, "/login"),
    USERNAME_TAKEN(null, "/register"),
    INVITATION(null, "/register"),
    PASSWORD_CHANGED(null, "/login"),
    SESSION_REUSED(null, "/login"),
    TOTP_ADDED(null, "/login"),
    TOTP_REMOVED(null, "/login"),
    RECOVERY_CODES_RENEWED(null, "/login"),
    RECOVERY_CODE_USED(null, "/login"),
    MFA_FAILED(null, "/login"),
    PASSKEY_ADDED(null, "/login"),
    PASSKEY_REMOVED(null, "/login"),
    PASSKEY_COPIED(null, "/login"),
    TOKEN_CREATED(null, "/login"),
    NEW_DEVICE(null, "/login"),
    SIGN_IN_STOPPED(null, "/login"),
    CONFIRM_MOVE_FROM(LinkPurpose.CONFIRM_MOVE_FROM, "/verify"),
    CONFIRM_MOVE_TO(LinkPurpose.CONFIRM_MOVE_TO, "/verify"),
    EMAIL_CHANGED(null, "/login"),
    ACCOUNT_LINKED(null, "/login"),
    ACCOUNT_UNLINKED(null, "/login"),
    LINK_REVOKED(null, "/login");

    private final @Nullable LinkPurpose purpose;
    private final String path;

    MailKind(@Nullable LinkPurpose purpose, String path) {
        this.purpose = purpose;
        this.path = path;
    }

    /** The purpose of the link in it, if it carries one with a token. */
    public Optional<LinkPurpose> purpose() {
        return Optional.ofNullable(purpose);
    }

    /** The page that its button opens, below the public URL. */
    public String path() {
        return path;
    }

    /** How that page is given what the mail's link is good for. */
    public String parameter() {
        return this == INVITATION ? "invitation" : "token";
    }

    /** How the texts of this kind are named: {@code verify-email}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
