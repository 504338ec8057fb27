package org.tallybook.auth.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderConfigTest {

    @Test
    void readsAnyProviderFromTheEnvironment() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(ProviderConfig.class)
                .withSources(new EnvConfigSource(
                        Map.of(
                                "TALLYBOOK_OAUTH_HOME_ISSUER", "https://id.home.example/realms/us",
                                "TALLYBOOK_OAUTH_HOME_CLIENT_ID", "tallybook",
                                "TALLYBOOK_OAUTH_HOME_CLIENT_SECRET_FILE", "/run/secrets/home",
                                "TALLYBOOK_OAUTH_HOME_CLIENT_AUTHENTICATION", "post",
                                "TALLYBOOK_OAUTH_OTHER_LABEL", "Other"),
                        300))
                .build();

        Map<String, ProviderConfig.Settings> providers =
                config.getConfigMapping(ProviderConfig.class).providers();

        assertThat(providers).containsOnlyKeys("home", "other");
        ProviderConfig.Settings home = providers.get("home");
        assertThat(home.issuer()).contains(URI.create("https://id.home.example/realms/us"));
        assertThat(home.clientId()).contains("tallybook");
        assertThat(home.clientSecretFile()).contains("/run/secrets/home");
        assertThat(home.clientAuthentication()).isEqualTo(ProviderConfig.ClientAuthentication.POST);
        assertThat(home.scopes()).containsExactly("openid", "email", "profile");
        assertThat(providers.get("other").clientId()).isEmpty();
    }
}
