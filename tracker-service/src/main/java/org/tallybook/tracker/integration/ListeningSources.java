package org.tallybook.tracker.integration;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** The sources there are. */
@Singleton
class ListeningSources {

    private final List<ListeningSource> all;

    ListeningSources(@All List<ListeningSource> all) {
        this.all = all;
    }

    List<ListeningSource> all() {
        return all;
    }

    Optional<ListeningSource> find(String kind) {
        return all.stream().filter(source -> source.kind().equals(kind)).findFirst();
    }

    /** Fails with {@link Rejected} {@code not-found}. */
    ListeningSource get(String kind) {
        return find(kind).orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND));
    }
}
