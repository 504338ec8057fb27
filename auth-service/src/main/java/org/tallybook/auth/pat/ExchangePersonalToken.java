package org.tallybook.auth.pat;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.pat.domain.PersonalToken;
import org.tallybook.auth.pat.domain.TokenScope;
import org.tallybook.auth.pat.domain.TokenText;
import org.tallybook.auth.token.AccessToken;
import org.tallybook.auth.token.AccessTokens;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * Gives the gateway a short access token for a personal one: it carries the scopes and nothing more, not even roles,
 * and expires no later than what it stands for.
 */
@ApplicationScoped
public class ExchangePersonalToken {

    private final PersonalTokens tokens;
    private final Identities identities;
    private final AccessTokens accessTokens;
    private final Clock clock;

    ExchangePersonalToken(PersonalTokens tokens, Identities identities, AccessTokens accessTokens, Clock clock) {
        this.tokens = tokens;
        this.identities = identities;
        this.accessTokens = accessTokens;
        this.clock = clock;
    }

    /** What a personal access token is worth for a few minutes. */
    public record Exchanged(PersonalToken token, AccessToken accessToken) {}

    /**
     * Notes the use. Emits nothing, so it does not lock the user's stream: a deletion that commits first wins, because
     * there is nothing left to note a use of. Fails with {@link Rejected} {@code unauthenticated}.
     */
    @WithTransaction
    public Uni<Exchanged> exchange(TokenText text) {
        return tokens.withText(text)
                .map(found -> found.filter(token -> token.isLive(clock.instant()))
                        .orElseThrow(ExchangePersonalToken::invalid))
                .call(token -> tokens.use(token.id(), clock.instant()).invoke(ExchangePersonalToken::requireKept))
                .chain(token -> identities.find(token.user()).map(owner -> exchanged(owner, token)));
    }

    private Exchanged exchanged(Optional<Identity> found, PersonalToken token) {
        Identity owner = found.filter(user -> !user.isLocked()).orElseThrow(ExchangePersonalToken::invalid);
        String scope = token.scopes().stream().map(TokenScope::value).sorted().collect(Collectors.joining(" "));
        return new Exchanged(token, accessTokens.issueNarrow(owner, token.id().value(), scope, token.expiresAt()));
    }

    private static void requireKept(boolean kept) {
        if (!kept) {
            throw invalid();
        }
    }

    private static Rejected invalid() {
        return Rejected.because(KitSlugs.UNAUTHENTICATED);
    }
}
