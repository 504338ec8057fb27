package org.tallybook.auth.transfer;

import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.Profile;

/**
 * An account of another system.
 *
 * @param email counts as verified: the other system has seen to that
 * @param password as the other system hashed it
 */
public record BroughtAccount(EmailAddress email, Profile profile, PasswordHash password) {}
