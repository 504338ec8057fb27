package org.tallybook.auth.connection.domain;

/** Whether what a provider granted can be used. The names are part of the API and of stored rows. */
public enum LinkState {
    ACTIVE,
    /** The provider says that the user took it back. Only linking again helps. */
    REVOKED,
    /** The provider could not be asked lately; it will be asked again. */
    ERROR
}
