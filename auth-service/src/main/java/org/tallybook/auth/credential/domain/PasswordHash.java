package org.tallybook.auth.credential.domain;

/** What is stored of a password. New ones are always {@link Argon2Hash}; others were brought along by their users. */
public sealed interface PasswordHash permits Argon2Hash, BcryptHash {

    /** As it is stored. */
    String encoded();

    /** @throws IllegalArgumentException if it is no hash of a known kind, or its parameters are out of bounds */
    static PasswordHash parse(String encoded) {
        return encoded.startsWith("$2") ? new BcryptHash(encoded) : Argon2Hash.parse(encoded);
    }
}
