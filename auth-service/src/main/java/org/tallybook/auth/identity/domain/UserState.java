package org.tallybook.auth.identity.domain;

/** What an account is good for. */
public enum UserState {
    /** Its owner can sign in. */
    ACTIVE,

    /** Nobody has confirmed the address yet. */
    UNVERIFIED,

    /** An administrator has locked its owner out. */
    LOCKED
}
