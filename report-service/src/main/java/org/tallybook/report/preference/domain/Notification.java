package org.tallybook.report.preference.domain;

/** How often a user wants to be reminded of what is due. */
public enum Notification {
    DAILY,
    WEEKLY,
    OFF
}
