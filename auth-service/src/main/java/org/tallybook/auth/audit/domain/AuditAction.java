package org.tallybook.auth.audit.domain;

/** What can happen to an account. The names are part of the API and of stored rows: they are never changed. */
public enum AuditAction {
    LOGIN
}
