package org.tallybook.tracker.integration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tallybook.tracker.integration.domain.Play;

/** Follows a provider's pages, as far as they lead on and no further than is reasonable. */
@ApplicationScoped
class ReadPlays {

    private final IntegrationConfig config;

    ReadPlays(IntegrationConfig config) {
        this.config = config;
    }

    Uni<List<Play>> read(ListeningSource source, String accessToken, Instant after) {
        return page(new Reading(source, accessToken, new ArrayList<>()), after, config.pages());
    }

    private record Reading(ListeningSource source, String accessToken, List<Play> plays) {}

    private Uni<List<Play>> page(Reading reading, Instant after, int left) {
        return reading.source()
                .playsAfter(after, reading.accessToken())
                .invoke(page -> reading.plays().addAll(page.plays()))
                .chain(page -> left > 1 && leadsOn(page, after)
                        ? page(reading, page.next().orElseThrow(), left - 1)
                        : Uni.createFrom().item(reading.plays()));
    }

    private static boolean leadsOn(ListeningSource.Page page, Instant after) {
        return page.next().filter(next -> next.isAfter(after)).isPresent();
    }
}
