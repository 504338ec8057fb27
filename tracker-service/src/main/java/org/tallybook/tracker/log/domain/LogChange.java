package org.tallybook.tracker.log.domain;

/**
 * Something that happened to a log, for others to be told.
 *
 * @param entry for a deletion, the state before it
 */
public record LogChange(Kind kind, LogEntry entry) {

    /** What happened. A restored log is an updated one: its state is newer than its deletion. */
    public enum Kind {
        RECORDED,
        UPDATED,
        DELETED
    }
}
