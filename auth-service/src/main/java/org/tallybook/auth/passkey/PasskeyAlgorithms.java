package org.tallybook.auth.passkey;

import java.util.List;

/** What our passkeys may sign with, the best first, by their numbers in the IANA registry of COSE algorithms. */
public final class PasskeyAlgorithms {

    /** ES256, EdDSA, RS256. */
    public static final List<Long> NUMBERS = List.of(-7L, -8L, -257L);

    private PasskeyAlgorithms() {}
}
