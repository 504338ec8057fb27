package org.tallybook.auth.passkey.domain;

/** What a browser answers to a registration (WebAuthn, section 5.2.1). */
public record Attestation(Octets clientData, Octets attestationObject) {}
