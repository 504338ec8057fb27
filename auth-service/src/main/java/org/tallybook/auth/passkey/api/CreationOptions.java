package org.tallybook.auth.passkey.api;

import java.util.List;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.passkey.BeginRegistration;
import org.tallybook.auth.passkey.PasskeyAlgorithms;
import org.tallybook.auth.passkey.RelyingParty;

/**
 * What {@code PublicKeyCredential.parseCreationOptionsFromJSON()} takes (WebAuthn level 3, section 5.1.8).
 *
 * @param timeout milliseconds
 */
public record CreationOptions(
        String challenge,
        Party rp,
        User user,
        List<Algorithm> pubKeyCredParams,
        long timeout,
        List<CredentialReference> excludeCredentials,
        Selection authenticatorSelection,
        String attestation) {

    /** Us. */
    public record Party(String id, String name) {}

    /** @param id opaque; says nothing about the user */
    public record User(String id, String name, String displayName) {}

    /** @param alg as IANA registers it for COSE */
    public record Algorithm(String type, long alg) {}

    /** A passkey that is found without a name and that verifies its user. */
    public record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    static CreationOptions of(BeginRegistration.Question question, RelyingParty party, long timeout) {
        Identity owner = question.owner();
        return new CreationOptions(
                question.challenge().text(),
                new Party(party.id(), party.name()),
                new User(
                        question.handle().text(),
                        owner.email().value(),
                        owner.profile().username().value()),
                PasskeyAlgorithms.NUMBERS.stream()
                        .map(number -> new Algorithm(CredentialFields.TYPE, number))
                        .toList(),
                timeout,
                CredentialReference.of(question.known()),
                new Selection("required", true, "required"),
                "none");
    }
}
