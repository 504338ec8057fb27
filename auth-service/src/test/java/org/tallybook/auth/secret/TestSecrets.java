package org.tallybook.auth.secret;

import io.quarkus.runtime.LaunchMode;
import java.util.Map;
import java.util.Optional;

/** The secrets of dev-secrets, without a running service. */
public final class TestSecrets {

    private TestSecrets() {}

    public static Secrets development() {
        return secrets(1, Map.of(), LaunchMode.TEST);
    }

    public static Secrets withPepperVersion(int version, Map<Integer, String> previous) {
        return secrets(version, previous, LaunchMode.TEST);
    }

    static Secrets secrets(int version, Map<Integer, String> previous, LaunchMode mode) {
        return new Secrets(config(Optional.of("dev-secrets/pepper"), version, previous), mode);
    }

    static SecretsConfig config(Optional<String> pepper, int version, Map<Integer, String> previous) {
        return new SecretsConfig() {
            @Override
            public Optional<String> pepperFile() {
                return pepper;
            }

            @Override
            public int pepperVersion() {
                return version;
            }

            @Override
            public Map<Integer, String> previousPepperFiles() {
                return previous;
            }

            @Override
            public Optional<String> keysKekFile() {
                return Optional.of("dev-secrets/keys-kek");
            }

            @Override
            public Optional<String> internalSecretFile() {
                return Optional.of("dev-secrets/internal-secret");
            }
        };
    }
}
