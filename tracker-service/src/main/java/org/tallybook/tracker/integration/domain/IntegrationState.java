package org.tallybook.tracker.integration.domain;

/** Whether an integration fetches. The names are part of the API and of stored rows. */
public enum IntegrationState {
    ACTIVE,
    /** It looks now and then whether what stopped it is gone, and goes on by itself. */
    PAUSED
}
