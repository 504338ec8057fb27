package org.tallybook.tracker.integration;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tallybook.tracker.integration.domain.Play;
import org.tallybook.tracker.integration.provider.ProviderAnswers;

/** All that a second provider takes. */
@ApplicationScoped
class RadioListening implements ListeningSource {

    private final ProviderAnswers answers;
    private final String base;

    RadioListening(
            ProviderAnswers answers, @ConfigProperty(name = "test.world.url", defaultValue = "none") String base) {
        this.answers = answers;
        this.base = base;
    }

    @Override
    public String kind() {
        return "radio";
    }

    @Override
    public String label() {
        return "Radio";
    }

    @Override
    public String scope() {
        return "history";
    }

    @Override
    public Uni<Page> playsAfter(Instant after, String accessToken) {
        return answers.get(URI.create(base + "/radio/history?since=" + after.getEpochSecond()), accessToken)
                .map(RadioListening::page);
    }

    private static Page page(JsonObject answer) {
        List<Play> plays = answer.getJsonArray("heard").stream()
                .map(JsonObject.class::cast)
                .map(heard -> Play.of(Instant.ofEpochSecond(heard.getLong("ended")), 1000 * heard.getLong("seconds")))
                .flatMap(Optional::stream)
                .toList();
        return new Page(plays, Optional.empty());
    }
}
