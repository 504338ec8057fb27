package org.tallybook.auth.connection.domain;

import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.invitation.domain.InvitationKey;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.auth.session.domain.SessionMode;

/**
 * What we remember while somebody is away at a provider.
 *
 * @param user who wants to link or to prove who they are; null for a sign-in
 * @param session the session that wants it, which must still be alive then; null for a sign-in
 * @param browser digest of what only the browser that began has; null if a session without a browser began
 * @param mode how the session that a sign-in opens is held
 * @param verifier PKCE (RFC 7636)
 * @param invitation lets a new user in where registration is by invitation; null without one
 * @param nonce binds an ID token to this sign-in (OpenID Connect Core 1.0, section 3.1.2.1)
 */
public record BegunSignIn(
        String provider,
        Errand errand,
        @Nullable UserId user,
        @Nullable SessionId session,
        @Nullable String browser,
        SessionMode mode,
        ReturnTo returnTo,
        @Nullable InvitationKey invitation,
        String verifier,
        String nonce) {

    /**
     * Whether whoever comes back is who went: the same browser, or for a client without one the same session. Otherwise
     * an attacker could send a victim back with the attacker's code, and the victim would work in the attacker's account.
     */
    public boolean isOf(@Nullable String comingBrowser, @Nullable SessionId comingSession) {
        return browser == null ? session != null && session.equals(comingSession) : browser.equals(comingBrowser);
    }

    /** The secrets must not reach a log. */
    @Override
    public String toString() {
        return "BegunSignIn[" + provider + "]";
    }
}
