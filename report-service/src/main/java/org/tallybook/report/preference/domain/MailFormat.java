package org.tallybook.report.preference.domain;

/** What a mailed report looks like: in the mail itself, or attached to a short one. */
public enum MailFormat {
    HTML,
    PDF
}
