package org.tallybook.kit.config;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Spells out what one operator variable means to several properties.
 *
 * <ul>
 *   <li>{@code TALLYBOOK_SMTP_URL}: {@code smtp://[user:password@]host[:port]} or {@code smtps://…}; the mailer.
 *   <li>{@code TALLYBOOK_MIGRATE}: {@code at-start} (default), {@code never} for replicas beside a migration job,
 *       {@code only} for that job: migrate and exit.
 * </ul>
 */
public class OperatorVariables implements ConfigSourceFactory {

    private static final String SMTP = "TALLYBOOK_SMTP_URL";
    private static final String MIGRATE = "TALLYBOOK_MIGRATE";
    private static final int SMTP_PORT = 587;
    private static final int SMTPS_PORT = 465;

    /** Above application.properties (250), below the environment (300). */
    private static final int ORDINAL = 260;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var properties = new HashMap<String, String>();
        given(context, SMTP).ifPresent(url -> properties.putAll(mailer(url)));
        given(context, MIGRATE).ifPresent(when -> properties.putAll(migration(when)));
        return properties.isEmpty()
                ? List.of()
                : List.of(new PropertiesConfigSource(properties, "operator-variables", ORDINAL));
    }

    private static Optional<String> given(ConfigSourceContext context, String variable) {
        ConfigValue value = context.getValue(variable);
        return Optional.ofNullable(value).map(ConfigValue::getValue).filter(text -> !text.isBlank());
    }

    /** @throws IllegalArgumentException with the variable's name if the value is not one of the three */
    static Map<String, String> migration(String when) {
        return switch (when) {
            case "at-start" -> Map.of("quarkus.liquibase.migrate-at-start", "true");
            case "never" -> Map.of("quarkus.liquibase.migrate-at-start", "false");
            case "only" -> Map.of("quarkus.liquibase.migrate-at-start", "true", "quarkus.init-and-exit", "true");
            default -> throw new IllegalArgumentException(MIGRATE + " must be at-start, never or only");
        };
    }

    /** @throws IllegalArgumentException with the variable's name if the URL cannot be understood */
    static Map<String, String> mailer(String url) {
        URI uri = parse(url);
        boolean tls = "smtps".equals(uri.getScheme());
        var properties = new HashMap<String, String>();
        properties.put("quarkus.mailer.host", uri.getHost());
        properties.put("quarkus.mailer.port", String.valueOf(port(uri, tls)));
        properties.put("quarkus.mailer.tls", String.valueOf(tls));
        String user = uri.getRawUserInfo();
        if (user == null) {
            properties.put("quarkus.mailer.login", "DISABLED");
            return properties;
        }
        int colon = user.indexOf(':');
        properties.put("quarkus.mailer.username", decode(colon < 0 ? user : user.substring(0, colon)));
        properties.put("quarkus.mailer.password", colon < 0 ? "" : decode(user.substring(colon + 1)));
        properties.put("quarkus.mailer.start-tls", tls ? "DISABLED" : "REQUIRED");
        return properties;
    }

    private static URI parse(String url) {
        try {
            URI uri = URI.create(url.trim());
            if (uri.getHost() != null && ("smtp".equals(uri.getScheme()) || "smtps".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            // falls through to the sentence that names the variable without repeating its password
        }
        throw new IllegalArgumentException(SMTP + " must look like smtp://user:password@host:port or smtps://…");
    }

    private static int port(URI uri, boolean tls) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return tls ? SMTPS_PORT : SMTP_PORT;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
