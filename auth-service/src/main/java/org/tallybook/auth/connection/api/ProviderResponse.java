package org.tallybook.auth.connection.api;

import org.tallybook.auth.connection.Provider;

/**
 * A provider to sign in with.
 *
 * @param name as it stands in paths
 * @param label for people
 */
public record ProviderResponse(String name, String label) {

    static ProviderResponse of(Provider provider) {
        return new ProviderResponse(provider.name(), provider.label());
    }
}
