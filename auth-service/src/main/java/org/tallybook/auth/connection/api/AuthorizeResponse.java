package org.tallybook.auth.connection.api;

/** @param authorizeUrl where to send the user's browser, within ten minutes */
public record AuthorizeResponse(String authorizeUrl) {}
