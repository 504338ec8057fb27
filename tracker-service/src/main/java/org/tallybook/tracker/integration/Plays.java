package org.tallybook.tracker.integration;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tallybook.tracker.integration.domain.DatedPlay;
import org.tallybook.tracker.integration.domain.Integration;
import org.tallybook.tracker.integration.domain.ListenedDay;

/** What was played, and the log of each day. Works in the caller's transaction. */
public interface Plays {

    /** Keeps plays and answers those that were not known before. */
    Uni<List<DatedPlay>> addUnknown(Integration integration, List<DatedPlay> plays);

    /** How long all plays of a day are, in milliseconds. */
    Uni<Long> lengthOf(Integration integration, LocalDate day);

    Uni<Optional<ListenedDay>> day(Integration integration, LocalDate day);

    Uni<Void> save(Integration integration, ListenedDay day);

    /** Forgets days before that one, with their plays; their logs stay. */
    Uni<Void> forgetBefore(Integration integration, LocalDate day);
}
