package org.tallybook.auth.connection.domain;

/** Why somebody is sent to a provider. */
public enum Errand {
    /** To sign in, or to sign up on the way. */
    SIGN_IN,

    /** A signed-in user links the account there. */
    LINK,

    /** A signed-in user proves once more who they are. */
    PROVE
}
