package org.tallybook.auth.session.domain;

/**
 * How a session begins.
 *
 * @param persistent whether the browser keeps the cookie after it is closed
 */
public record Opening(SessionMode mode, boolean persistent, Client client) {}
