package org.tallybook.tracker.integration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tallybook.tracker.integration.domain.Integration;

/** Shows users what they could opt in to and what they have opted in to. */
@ApplicationScoped
public class ListIntegrations {

    private final ListeningSources sources;
    private final Accounts accounts;
    private final FindIntegrations finding;

    ListIntegrations(ListeningSources sources, Accounts accounts, FindIntegrations finding) {
        this.sources = sources;
        this.accounts = accounts;
        this.finding = finding;
    }

    /** @param own empty if the user has not opted in */
    public record Offer(String kind, String label, Optional<Integration> own) {

        static Offer taken(ListeningSource source, Integration own) {
            return new Offer(source.kind(), source.label(), Optional.of(own));
        }
    }

    /** In the order of their kinds. What the operator no longer offers is still shown to who has it. */
    public Uni<List<Offer>> list(UUID owner) {
        return accounts.configured().chain(configured -> finding.ofUser(owner).map(own -> offers(configured, own)));
    }

    private List<Offer> offers(Set<String> configured, List<Integration> own) {
        return sources.all().stream()
                .map(source -> new Offer(source.kind(), source.label(), ofKind(source.kind(), own)))
                .filter(offer -> offer.own().isPresent() || configured.contains(offer.kind()))
                .sorted(Comparator.comparing(Offer::kind))
                .toList();
    }

    private static Optional<Integration> ofKind(String kind, List<Integration> own) {
        return own.stream()
                .filter(integration -> integration.kind().equals(kind))
                .findFirst();
    }
}
