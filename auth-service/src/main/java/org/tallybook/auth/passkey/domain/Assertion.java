package org.tallybook.auth.passkey.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a browser answers to a sign-in (WebAuthn, section 5.2.2).
 *
 * @param userHandle whom the passkey belongs to, as we told it; a discoverable passkey always says so
 */
public record Assertion(
        Octets credentialId,
        Octets clientData,
        Octets authenticatorData,
        Octets signature,
        @Nullable Octets userHandle) {}
