package org.tallybook.tracker.log.domain;

/** Whether the user did it. Skipped is neither zero nor "no data": the user said that this time does not count. */
public enum LogStatus {
    DONE,
    SKIPPED
}
