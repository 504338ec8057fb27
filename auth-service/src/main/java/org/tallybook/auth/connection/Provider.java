package org.tallybook.auth.connection;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import org.tallybook.auth.connection.domain.ProviderFailure;
import org.tallybook.auth.connection.domain.ProviderTokens;
import org.tallybook.auth.connection.domain.ProviderUser;

/** Where users have another account. Every call fails with {@link ProviderFailure} and takes seconds at most. */
public interface Provider {

    /** As configured; also what links are stored under. */
    String name();

    /** For people. */
    String label();

    /** Where to send the user's browser. */
    Uni<URI> authorizeUrl(Attempt attempt);

    /** Who came back, for the code that the provider gave; a code is good once. */
    Uni<ProviderUser> redeem(String code, Attempt attempt);

    /** New tokens. Not to be called twice at once for one token: many providers end the whole grant then. */
    Uni<ProviderTokens> refresh(ProviderTokens tokens);
}
