package org.tallybook.auth.mfa.api;

/**
 * What an authenticator app needs; shown once.
 *
 * @param secret base32, for who types it
 * @param uri {@code otpauth:}, for a QR code
 */
public record TotpResponse(String secret, String uri) {

    /** The secret must not reach a log. */
    @Override
    public String toString() {
        return "TotpResponse[…]";
    }
}
