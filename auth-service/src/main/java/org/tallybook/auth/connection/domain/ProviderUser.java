package org.tallybook.auth.connection.domain;

/** Somebody who has just proved to be a user of a provider. */
public record ProviderUser(String provider, ProviderProfile profile, ProviderTokens tokens) {}
