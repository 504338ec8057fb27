package org.tallybook.auth.session.domain;

import org.tallybook.auth.peer.domain.Client;

/**
 * How a session begins.
 *
 * @param persistent whether the browser keeps the cookie after it is closed
 */
public record Opening(SessionMode mode, boolean persistent, Client client) {}
