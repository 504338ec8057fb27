package org.tallybook.auth.mail;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.tallybook.auth.credential.Credentials;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.link.MailedLinks;
import org.tallybook.auth.link.domain.LinkPurpose;
import org.tallybook.auth.link.domain.MailedLink;
import org.tallybook.auth.mail.domain.WaitingMail;
import org.tallybook.kit.id.Ids;

/**
 * Sees to it that a mail with a link has a living one when it leaves. For a mail that was merely asked for it decides
 * here, out of the asker's sight, whether there is an account to make a link for.
 */
@ApplicationScoped
class LinkMails {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final Identities identities;
    private final Credentials credentials;
    private final MailedLinks links;
    private final MailOutbox outbox;
    private final MailConfig config;
    private final Ids ids;
    private final Clock clock;

    LinkMails(
            Identities identities,
            Credentials credentials,
            MailedLinks links,
            MailOutbox outbox,
            MailConfig config,
            Ids ids,
            Clock clock) {
        this.identities = identities;
        this.credentials = credentials;
        this.links = links;
        this.outbox = outbox;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** The mail as it may be sent; empty if it is pointless by now. */
    @WithTransaction
    public Uni<Optional<WaitingMail>> prepare(WaitingMail mail) {
        if (mail.isStale(clock.instant())) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (mail.kind().purpose().isEmpty()) {
            return Uni.createFrom().item(Optional.of(mail));
        }
        LinkPurpose purpose = mail.kind().purpose().get();
        return mail.linkId() == null
                ? identities.withEmail(mail.recipient()).chain(found -> link(mail, purpose, found))
                : links.startLife(mail.linkId(), clock.instant())
                        .map(alive -> alive ? Optional.of(mail) : Optional.empty());
    }

    private Uni<Optional<WaitingMail>> link(WaitingMail mail, LinkPurpose purpose, Optional<Identity> found) {
        if (found.isEmpty() || !isWanted(purpose, found.get())) {
            return Uni.createFrom().item(Optional.empty());
        }
        Identity identity = found.get();
        return links.countSince(identity.id(), purpose, clock.instant().minus(WINDOW))
                .chain(made -> made < most(purpose)
                        ? make(mail, purpose, identity).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty()));
    }

    private int most(LinkPurpose purpose) {
        return purpose == LinkPurpose.RESET_PASSWORD ? config.resetsPerHour() : config.linksPerHour();
    }

    private static boolean isWanted(LinkPurpose purpose, Identity identity) {
        return switch (purpose) {
            case VERIFY_EMAIL -> !identity.isVerified() && !identity.isLocked();
            case RESET_PASSWORD -> identity.isVerified() && !identity.isLocked();
            case CONFIRM_MOVE_FROM, CONFIRM_MOVE_TO -> false; // made with their link, never merely asked for
        };
    }

    private Uni<WaitingMail> make(WaitingMail mail, LinkPurpose purpose, Identity identity) {
        return passwordFor(purpose, identity)
                .map(password ->
                        new MailedLink(ids.next(), identity.id(), purpose, password.orElse(null), clock.instant()))
                .call(links::add)
                .call(link -> outbox.attachLink(mail.id(), link.id()))
                .map(link -> mail.withLink(link.id(), identity.profile().locale()));
    }

    private Uni<Optional<PasswordHash>> passwordFor(LinkPurpose purpose, Identity identity) {
        return purpose == LinkPurpose.VERIFY_EMAIL
                ? credentials.find(identity.id())
                : Uni.createFrom().item(Optional.empty());
    }
}
