package org.tallybook.auth.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tallybook.auth.passkey.domain.Assertion;
import org.tallybook.auth.passkey.domain.Attestation;
import org.tallybook.auth.passkey.domain.Octets;
import org.tallybook.auth.passkey.domain.PublicKey;

/**
 * Verifies what authenticators sign (WebAuthn level 3, sections 7.1 and 7.2): origin, relying party, challenge, user
 * verification, signature and counter. Who made an authenticator is not asked. Blocks for as long as the mathematics
 * takes.
 */
@Singleton
class WebAuthn {

    private static final Logger LOG = Logger.getLogger(WebAuthn.class);
    private static final boolean VERIFIED = true;
    private static final boolean PRESENT = true;

    private final ObjectConverter objects = new ObjectConverter();
    private final AttestedCredentialDataConverter attestedData = new AttestedCredentialDataConverter(objects);
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(objects);
    private final RelyingParty party;

    WebAuthn(RelyingParty party) {
        this.party = party;
    }

    /** What came of a signature. */
    enum Verdict {
        GOOD,
        /** The signature is good, but its counter goes backwards: there are two of this passkey. */
        COPIED,
        BAD
    }

    /** @param signCount the passkey's counter, if the verdict is good */
    record Verification(Verdict verdict, long signCount) {}

    /** The key of a new passkey; empty if anything about the answer is wrong. */
    Optional<PublicKey> register(Attestation attestation, Octets challenge) {
        var request = new RegistrationRequest(
                attestation.attestationObject().bytes(),
                attestation.clientData().bytes());
        var parameters = new RegistrationParameters(server(challenge), algorithms(), VERIFIED, PRESENT);
        try {
            return Optional.of(key(
                    manager.verify(request, parameters).getAttestationObject().getAuthenticatorData()));
        } catch (RuntimeException hostile) {
            LOG.debugf("a passkey was not registered: reason=%s", hostile.getMessage());
            return Optional.empty();
        }
    }

    Verification verify(Assertion assertion, PublicKey key, Octets challenge) {
        var request = new AuthenticationRequest(
                assertion.credentialId().bytes(),
                assertion.authenticatorData().bytes(),
                assertion.clientData().bytes(),
                assertion.signature().bytes());
        try {
            var parameters = new AuthenticationParameters(server(challenge), record(key), null, VERIFIED, PRESENT);
            long count =
                    manager.verify(request, parameters).getAuthenticatorData().getSignCount();
            return new Verification(Verdict.GOOD, count);
        } catch (MaliciousCounterValueException backwards) {
            return new Verification(Verdict.COPIED, 0);
        } catch (RuntimeException hostile) {
            LOG.debugf("a passkey was refused: reason=%s", hostile.getMessage());
            return new Verification(Verdict.BAD, 0);
        }
    }

    private PublicKey key(AuthenticatorData<?> data) {
        var attested = data.getAttestedCredentialData();
        return new PublicKey(
                new Octets(attested.getCredentialId()),
                new Octets(attestedData.convert(attested)),
                data.getSignCount(),
                data.isFlagBE());
    }

    private CredentialRecordImpl record(PublicKey key) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                key.backupEligible(),
                false,
                key.signCount(),
                attestedData.convert(key.attestedData().bytes()),
                null,
                null,
                null,
                null);
    }

    private ServerProperty server(Octets challenge) {
        Set<Origin> origins = party.origins().stream().map(Origin::new).collect(Collectors.toSet());
        return ServerProperty.builder()
                .origins(origins)
                .rpId(party.id())
                .challenge(new DefaultChallenge(challenge.bytes()))
                .build();
    }

    private static List<PublicKeyCredentialParameters> algorithms() {
        return PasskeyAlgorithms.NUMBERS.stream()
                .map(COSEAlgorithmIdentifier::create)
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
    }
}
