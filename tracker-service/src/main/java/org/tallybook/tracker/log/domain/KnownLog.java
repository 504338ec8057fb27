package org.tallybook.tracker.log.domain;

import java.util.Optional;
import java.util.UUID;

/** What is known under the id of a log, whoever owns it. */
public sealed interface KnownLog {

    UUID owner();

    /**
     * A log that is there.
     *
     * @param fingerprint of the request that made it
     */
    record Alive(LogEntry entry, String fingerprint) implements KnownLog {

        @Override
        public UUID owner() {
            return entry.owner();
        }
    }

    /**
     * Something that was deleted.
     *
     * @param version of the deletion
     * @param fingerprint of the request that made it, as long as it is in the trash
     */
    record Gone(UUID owner, long version, Optional<String> fingerprint) implements KnownLog {}
}
