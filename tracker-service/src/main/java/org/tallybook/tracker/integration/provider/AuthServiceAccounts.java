package org.tallybook.tracker.integration.provider;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.config.SecretFile;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.integration.Accounts;
import org.tallybook.tracker.integration.IntegrationSlugs;
import org.tallybook.tracker.integration.ListeningSource;
import org.tallybook.tracker.integration.domain.SourceFailure;

/** Asks auth-service, over its internal interface, which no gateway leads to. */
@Singleton
class AuthServiceAccounts implements Accounts {

    private static final Logger LOG = Logger.getLogger(AuthServiceAccounts.class);
    private static final int FEWEST_BYTES = 32;
    private static final int VALID_FOR_SECONDS = 300;
    private static final Duration SOON = Duration.ofSeconds(15);

    /** Providers change with a restart of auth-service only. */
    private static final Duration KEEP = Duration.ofMinutes(1);

    private final OutboundCalls calls;
    private final Clock clock;
    private final String base;
    private final String key;
    private volatile @Nullable Kept kept;

    AuthServiceAccounts(OutboundCalls calls, AuthServiceConfig config, Clock clock) {
        this.calls = calls;
        this.clock = clock;
        this.base = config.url().toString().replaceFirst("/$", "");
        this.key = key(config);
    }

    /** What was configured when it was last asked for. */
    private record Kept(Set<String> providers, Instant readAt) {}

    private static String key(AuthServiceConfig config) {
        SecretFile.read("TALLYBOOK_INTERNAL_SECRET_FILE", config.internalSecretFile(), FEWEST_BYTES);
        try {
            return Files.readString(Path.of(config.internalSecretFile().orElseThrow()))
                    .trim();
        } catch (IOException vanished) {
            throw new UncheckedIOException(vanished);
        }
    }

    @Override
    public Uni<String> accessToken(UUID user, ListeningSource source, boolean renew) {
        JsonObject wanted = new JsonObject()
                .put("userId", user.toString())
                .put("provider", source.kind())
                .put("scope", source.scope())
                .put("minimumValiditySeconds", VALID_FOR_SECONDS)
                .put("renew", renew);
        Map<String, String> headers = Map.of("Content-Type", "application/json", "X-Internal-Key", key);
        URI address = URI.create(base + "/internal/v1/connections/token");
        return calls.send(new OutboundCalls.Call(HttpMethod.POST, address, headers, wanted.toBuffer()))
                .map(AuthServiceAccounts::token)
                .onFailure(SourceFailure.class)
                .transform(AuthServiceAccounts::unavailable);
    }

    private static String token(OutboundCalls.Answer answer) {
        if (answer.status() == 200
                && ProviderAnswers.parse(answer.body()).getValue("accessToken") instanceof String token) {
            return token;
        }
        throw refusal(answer);
    }

    private static Rejected refusal(OutboundCalls.Answer answer) {
        String type = String.valueOf(ProviderAnswers.parse(answer.body()).getValue("type"));
        String slug = type.substring(type.lastIndexOf('/') + 1);
        if (answer.status() == 404) {
            return Rejected.because(KitSlugs.NOT_FOUND);
        }
        return IntegrationSlugs.named(slug).map(Rejected::because).orElseGet(() -> unavailable(answer, slug));
    }

    private static Rejected unavailable(OutboundCalls.Answer answer, String slug) {
        LOG.infof("no access token: status=%d problem=%s", answer.status(), slug.replaceAll("[^a-z-]", "?"));
        return Rejected.because(KitSlugs.UNAVAILABLE)
                .retryAfter(ProviderAnswers.wait(answer.retryAfter(), Duration.ofMinutes(5)));
    }

    private static Rejected unavailable(Throwable failure) {
        LOG.warnf("auth-service did not answer: %s", failure.getMessage());
        return Rejected.because(KitSlugs.UNAVAILABLE).retryAfter(SOON);
    }

    /** An older answer is better than none: what is offered rarely changes. */
    @Override
    public Uni<Set<String>> configured() {
        Kept known = kept;
        if (known != null && clock.instant().isBefore(known.readAt().plus(KEEP))) {
            return Uni.createFrom().item(known.providers());
        }
        URI address = URI.create(base + "/api/v1/auth/oauth");
        return calls.send(new OutboundCalls.Call(HttpMethod.GET, address, Map.of(), null))
                .map(AuthServiceAccounts::names)
                .invoke(names -> kept = new Kept(names, clock.instant()))
                .onFailure(SourceFailure.class)
                .recoverWithItem(failure -> older(known, failure));
    }

    private static Set<String> older(@Nullable Kept known, Throwable failure) {
        if (known == null) {
            throw unavailable(failure);
        }
        return known.providers();
    }

    private static Set<String> names(OutboundCalls.Answer answer) {
        if (answer.status() != 200
                || !(ProviderAnswers.parse(answer.body()).getValue("items") instanceof JsonArray items)) {
            throw SourceFailure.because(SourceFailure.Reason.WRONG, "status " + answer.status());
        }
        return items.stream()
                .filter(JsonObject.class::isInstance)
                .map(item -> String.valueOf(((JsonObject) item).getValue("name")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
