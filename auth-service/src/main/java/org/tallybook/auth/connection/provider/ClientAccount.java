package org.tallybook.auth.connection.provider;

import org.tallybook.auth.connection.ProviderConfig.ClientAuthentication;

/** How a provider knows us. */
record ClientAccount(String provider, String id, String secret, ClientAuthentication authentication) {

    /** The secret must not reach a log. */
    @Override
    public String toString() {
        return "ClientAccount[" + provider + "]";
    }
}
