package org.tallybook.auth.connection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.connection.domain.ProviderTokens;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * Lends the access token of a link to another part of Tallybook that acts for the user at the provider. The refresh token
 * never leaves: whoever needs a younger token asks here, and {@link RefreshConnection} lets one of all askers renew it.
 */
@ApplicationScoped
public class LendToken {

    private final FindGrant finding;
    private final RefreshConnection refreshing;
    private final Providers providers;
    private final Clock clock;

    LendToken(FindGrant finding, RefreshConnection refreshing, Providers providers, Clock clock) {
        this.finding = finding;
        this.refreshing = refreshing;
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * @param scope what the token must be good for, in the provider's words
     * @param validity for how long it should still be good; the provider may give less
     * @param renew whether the provider has just refused the token of before
     */
    public record Wanted(UserId user, String provider, String scope, Duration validity, boolean renew) {}

    /** @param validity null if the provider does not say */
    public record Lent(String accessToken, @Nullable Duration validity) {

        /** The token must not reach a log. */
        @Override
        public String toString() {
            return "Lent[…]";
        }
    }

    /**
     * Fails with {@link Rejected}: {@code not-found} for a provider that is not configured, {@code connection-missing},
     * {@code connection-revoked}, {@code connection-scope-missing}, {@code account-locked}, or
     * {@code provider-unavailable}.
     */
    public Uni<Lent> lend(Wanted wanted) {
        if (providers.named(wanted.provider()).isEmpty()) {
            throw Rejected.because(KitSlugs.NOT_FOUND);
        }
        return finding.find(wanted.user(), wanted.provider())
                .chain(found -> isGood(tokens(found), wanted) ? Uni.createFrom().item(found) : renewed(found))
                .map(found -> lent(tokens(found), wanted));
    }

    private Uni<FindGrant.Found> renewed(FindGrant.Found found) {
        return refreshing
                .refresh(found.account().user(), found.account().id())
                .chain(account -> finding.find(account.user(), account.provider()));
    }

    private static ProviderTokens tokens(FindGrant.Found found) {
        ProviderTokens tokens = found.grant().tokens();
        if (tokens == null) {
            throw Rejected.because(ConnectionSlugs.CONNECTION_REVOKED);
        }
        return tokens;
    }

    private boolean isGood(ProviderTokens tokens, Wanted wanted) {
        requireScope(tokens, wanted);
        Instant end = tokens.expiresAt();
        return !wanted.renew()
                && (end == null || clock.instant().plus(wanted.validity()).isBefore(end));
    }

    private Lent lent(ProviderTokens tokens, Wanted wanted) {
        requireScope(tokens, wanted);
        Instant end = tokens.expiresAt();
        return new Lent(tokens.accessToken(), end == null ? null : Duration.between(clock.instant(), end));
    }

    private static void requireScope(ProviderTokens tokens, Wanted wanted) {
        if (tokens.lacks(wanted.scope())) {
            throw Rejected.because(ConnectionSlugs.CONNECTION_SCOPE_MISSING);
        }
    }
}
