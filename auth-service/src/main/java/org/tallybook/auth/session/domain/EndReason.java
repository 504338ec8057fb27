package org.tallybook.auth.session.domain;

/** Why a session ended before its time. */
public enum EndReason {
    LOGOUT,
    LOGOUT_ALL,
    PASSWORD_CHANGED,
    REUSE,
    LOCKED,
    DELETED
}
