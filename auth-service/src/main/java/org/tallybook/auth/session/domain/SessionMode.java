package org.tallybook.auth.session.domain;

/** How a session's owner proves it: an API client with refresh tokens, a browser with the gateway's cookie. */
public enum SessionMode {
    BEARER,
    COOKIE
}
