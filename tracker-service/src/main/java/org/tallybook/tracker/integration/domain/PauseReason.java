package org.tallybook.tracker.integration.domain;

/** What only the user can mend, by linking the account again. The names are part of the API and of stored rows. */
public enum PauseReason {
    LINK_MISSING,
    LINK_REVOKED,
    SCOPE_MISSING
}
