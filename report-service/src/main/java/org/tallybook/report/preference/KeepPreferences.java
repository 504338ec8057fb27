package org.tallybook.report.preference;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.report.preference.domain.Preferences;
import org.tallybook.report.preference.persistence.PanachePreferences;

/** Reads and replaces a user's preferences. */
@ApplicationScoped
public class KeepPreferences {

    private final PanachePreferences preferences;

    KeepPreferences(PanachePreferences preferences) {
        this.preferences = preferences;
    }

    @WithSession
    public Uni<Preferences> read(UUID user) {
        return preferences.of(user);
    }

    /** @return fails with {@link Rejected} {@code precondition-failed} if they were changed since {@code ifMatch} */
    @WithTransaction
    public Uni<Preferences> replace(UUID user, Preferences wanted, @Nullable String ifMatch) {
        return preferences
                .replace(user, wanted, ifMatch)
                .map(stored -> stored.orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND)));
    }
}
