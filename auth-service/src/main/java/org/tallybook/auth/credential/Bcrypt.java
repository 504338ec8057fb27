package org.tallybook.auth.credential;

import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.tallybook.auth.credential.domain.BcryptHash;

/**
 * Checks passwords against hashes of other systems. Like them it reads the first 72 bytes of the password, as it was
 * typed; our own hashes read all of it. Blocking, as {@link Argon2} is.
 */
final class Bcrypt {

    private Bcrypt() {}

    static boolean matches(BcryptHash hash, String password) {
        return OpenBSDBCrypt.checkPassword(hash.encoded(), password.toCharArray());
    }
}
