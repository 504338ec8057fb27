package org.tallybook.auth.mfa;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.util.encoders.Base32;
import org.tallybook.auth.mfa.domain.RecoveryCode;
import org.tallybook.auth.mfa.domain.TotpSecret;

/** Draws what nobody may foresee. */
@Singleton
class FreshSecrets {

    private static final int RECOVERY_CODES = 10;

    private final SecureRandom random = new SecureRandom();

    TotpSecret totp() {
        return new TotpSecret(draw(TotpSecret.BYTES));
    }

    List<RecoveryCode> recoveryCodes() {
        return IntStream.range(0, RECOVERY_CODES)
                .mapToObj(i -> Base32.toBase32String(draw(RecoveryCode.BYTES)))
                .map(text -> RecoveryCode.parse(text).orElseThrow())
                .toList();
    }

    private byte[] draw(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return drawn;
    }
}
