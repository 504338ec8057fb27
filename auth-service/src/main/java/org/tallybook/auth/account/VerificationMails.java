package org.tallybook.auth.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.link.MailedLinks;
import org.tallybook.auth.link.domain.LinkPurpose;
import org.tallybook.auth.link.domain.MailedLink;
import org.tallybook.auth.mail.MailConfig;
import org.tallybook.auth.mail.MailOutbox;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.kit.id.Ids;

/** Mails the links of registrations, a few an hour to one address. */
@ApplicationScoped
class VerificationMails {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final MailedLinks links;
    private final MailOutbox mails;
    private final MailConfig config;
    private final Ids ids;
    private final Clock clock;

    VerificationMails(MailedLinks links, MailOutbox mails, MailConfig config, Ids ids, Clock clock) {
        this.links = links;
        this.mails = mails;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param password what the link will put in force */
    Uni<Void> send(Identity identity, PasswordHash password) {
        var link = new MailedLink(ids.next(), identity.id(), LinkPurpose.VERIFY_EMAIL, password, clock.instant());
        return links.countSince(
                        identity.id(), LinkPurpose.VERIFY_EMAIL, clock.instant().minus(WINDOW))
                .chain(sent -> sent < config.linksPerHour()
                        ? send(identity, link)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> send(Identity identity, MailedLink link) {
        return links.add(link)
                .chain(() -> mails.add(
                        MailKind.VERIFY_EMAIL,
                        identity.email(),
                        identity.profile().locale(),
                        link.id(),
                        null));
    }
}
