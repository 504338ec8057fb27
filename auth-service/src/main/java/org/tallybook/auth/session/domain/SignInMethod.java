package org.tallybook.auth.session.domain;

/** What somebody signed in with. The names are those of {@code contracts/events/user.logged-in.v1.schema.json}. */
public enum SignInMethod {
    PASSWORD,
    PASSKEY,
    OAUTH
}
