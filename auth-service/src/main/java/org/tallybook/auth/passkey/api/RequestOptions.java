package org.tallybook.auth.passkey.api;

import java.util.List;
import org.tallybook.auth.passkey.BeginAssertion;
import org.tallybook.auth.passkey.RelyingParty;

/**
 * What {@code PublicKeyCredential.parseRequestOptionsFromJSON()} takes (WebAuthn level 3, section 5.1.9).
 *
 * @param timeout milliseconds
 * @param allowCredentials empty if the browser is to find one by itself
 */
public record RequestOptions(
        String challenge,
        String rpId,
        long timeout,
        List<CredentialReference> allowCredentials,
        String userVerification) {

    static RequestOptions of(BeginAssertion.Question question, RelyingParty party, long timeout) {
        return new RequestOptions(
                question.challenge().text(),
                party.id(),
                timeout,
                CredentialReference.of(question.allowed()),
                "required");
    }
}
