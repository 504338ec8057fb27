package org.tallybook.auth.pat;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mail.MailOutbox;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.pat.domain.PersonalToken;
import org.tallybook.auth.pat.domain.PersonalTokenId;
import org.tallybook.auth.pat.domain.TokenScope;
import org.tallybook.auth.pat.domain.TokenText;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.kit.id.Ids;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Makes a personal access token for a user who has just proved who they are; the user is told by mail. */
@ApplicationScoped
public class CreatePersonalToken {

    private final SecureRandom random = new SecureRandom();
    private final PersonalTokens tokens;
    private final Identities identities;
    private final PersonalTokenConfig config;
    private final MailOutbox mails;
    private final Audit audit;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    CreatePersonalToken(
            PersonalTokens tokens,
            Identities identities,
            PersonalTokenConfig config,
            MailOutbox mails,
            Audit audit,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.tokens = tokens;
        this.identities = identities;
        this.config = config;
        this.mails = mails;
        this.audit = audit;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param days how long it lasts; null for as long as usual */
    public record Command(
            UserId user,
            String name,
            Set<TokenScope> scopes,
            @Nullable Integer days,
            Client client) {}

    /** Fails with {@link Rejected} {@code too-many-tokens}. */
    @WithTransaction
    public Uni<NewPersonalToken> create(Command command) {
        Instant now = clock.instant();
        NewPersonalToken fresh = fresh(command, now);
        return outbox.lock(command.user().value())
                .chain(() -> tokens.countLive(command.user(), now))
                .invoke(CreatePersonalToken::requireRoom)
                .chain(() -> tokens.add(fresh.token(), fresh.text()))
                .chain(() -> note(command))
                .replaceWith(fresh);
    }

    private NewPersonalToken fresh(Command command, Instant now) {
        Integer days = command.days();
        Instant end = now.plus(Duration.ofDays(days == null ? config.days() : days));
        var id = new PersonalTokenId(ids.next());
        byte[] secret = new byte[TokenText.SECRET_BYTES];
        random.nextBytes(secret);
        return new NewPersonalToken(
                new PersonalToken(id, command.user(), command.name(), command.scopes(), now, end, null),
                TokenText.of(secret));
    }

    private Uni<Void> note(Command command) {
        return audit.note(command.user(), AuditAction.TOKEN_CREATED, command.client(), command.name())
                .chain(() -> identities.find(command.user()))
                .map(found -> found.orElseThrow(() -> Rejected.because(KitSlugs.UNAUTHENTICATED)))
                .chain(this::tell);
    }

    private Uni<Void> tell(Identity owner) {
        return mails.add(MailKind.TOKEN_CREATED, owner.email(), owner.profile().locale(), null, null);
    }

    private static void requireRoom(long live) {
        if (live >= PersonalToken.MOST_OF_A_USER) {
            throw Rejected.because(PersonalTokenSlugs.TOO_MANY_TOKENS);
        }
    }
}
