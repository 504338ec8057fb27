package org.tallybook.auth.account.api;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.tallybook.auth.secret.Mac32;
import org.tallybook.auth.secret.Secrets;

/** Tells two registrations apart without keeping anything that a password could be guessed from. */
@Singleton
class Fingerprints {

    private final Mac32 mac;

    Fingerprints(Secrets secrets) {
        this.mac = secrets.keyFor("registration/fingerprint");
    }

    String of(RegisterRequest request) {
        String all = String.join(
                "\n",
                Arrays.asList(
                        String.valueOf(request.email()),
                        String.valueOf(request.username()),
                        String.valueOf(request.timeZone()),
                        String.valueOf(request.locale()),
                        String.valueOf(request.invitation()),
                        String.valueOf(request.password())));
        return HexFormat.of().formatHex(mac.of(all.getBytes(StandardCharsets.UTF_8)));
    }
}
