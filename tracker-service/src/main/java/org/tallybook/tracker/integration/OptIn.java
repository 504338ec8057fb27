package org.tallybook.tracker.integration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.creation.Creation;
import org.tallybook.tracker.integration.ListIntegrations.Offer;
import org.tallybook.tracker.tracker.domain.TrackerId;

/** Lets an account elsewhere feed a tracker, as the user wishes. The link must be good for it right now. */
@ApplicationScoped
public class OptIn {

    private final ListeningSources sources;
    private final Accounts accounts;
    private final BeginIntegration beginning;

    OptIn(ListeningSources sources, Accounts accounts, BeginIntegration beginning) {
        this.sources = sources;
        this.accounts = accounts;
        this.beginning = beginning;
    }

    /**
     * @param tracker to feed; null for the one that is fed already, or else a new one
     * @param zone the user's, for days
     */
    public record Command(UUID owner, String kind, @Nullable TrackerId tracker, ZoneId zone) {}

    /**
     * Repeating it changes nothing, but wakes up what was paused. Fails with {@link Rejected}: {@code not-found} for a
     * kind that is not offered or a tracker that is not the user's, {@code invalid-request} for one that is not numeric,
     * {@code tracker-name-taken}, the {@link IntegrationSlugs}, {@code unavailable}.
     */
    public Uni<Creation<Offer>> optIn(Command command) {
        ListeningSource source = sources.get(command.kind());
        return accounts.accessToken(command.owner(), source, false)
                .chain(() -> beginning.begin(command))
                .map(begun -> new Creation<>(Offer.taken(source, begun.stored()), begun.isNew()));
    }
}
