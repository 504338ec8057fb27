package org.tallybook.auth.passkey.domain;

/**
 * What a passkey has shown of itself.
 *
 * @param credentialId how the passkey names itself
 * @param attestedData the attested credential data (WebAuthn, section 6.5.1): names the key and its algorithm
 * @param signCount how often it had signed; 0 for one that does not count
 * @param backupEligible whether it may be copied to the owner's other devices
 */
public record PublicKey(Octets credentialId, Octets attestedData, long signCount, boolean backupEligible) {}
