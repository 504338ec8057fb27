package org.tallybook.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.LaunchMode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void namesTheVariableThatIsMissing() {
        SecretsConfig config = TestSecrets.config(Optional.empty(), 1, Map.of());

        assertThatThrownBy(() -> new Secrets(config, LaunchMode.NORMAL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TALLYBOOK_PEPPER_FILE is not set");
    }

    @Test
    void refusesTheSecretsOfTheRepositoryInProduction() {
        assertThatThrownBy(() -> TestSecrets.secrets(1, Map.of(), LaunchMode.NORMAL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TALLYBOOK_PEPPER_FILE names a secret of the repository");
    }

    @Test
    void derivesAnotherKeyForEachPurpose() {
        Secrets secrets = TestSecrets.development();
        byte[] message = {1, 2, 3};

        byte[] one = secrets.keyFor("one").of(message);

        assertThat(one).hasSize(32).isNotEqualTo(secrets.keyFor("two").of(message));
        assertThat(one).isEqualTo(secrets.keyFor("one").of(message));
    }
}
