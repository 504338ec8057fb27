package org.tallybook.auth.email;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.link.MailedLinks;
import org.tallybook.auth.link.domain.LinkPurpose;
import org.tallybook.auth.link.domain.MailedLink;
import org.tallybook.auth.mail.MailOutbox;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.kit.id.Ids;

/** The mails and links of a change of address; steps in the caller's transaction. */
@ApplicationScoped
class ChangeMails {

    private final MailedLinks links;
    private final MailOutbox mails;
    private final Ids ids;
    private final Clock clock;

    ChangeMails(MailedLinks links, MailOutbox mails, Ids ids, Clock clock) {
        this.links = links;
        this.mails = mails;
        this.ids = ids;
        this.clock = clock;
    }

    /** Mails a link; the text mentions the new address. */
    Uni<Void> link(Identity owner, EmailAddress to, MailKind kind, LinkPurpose purpose, EmailAddress wanted) {
        var link = new MailedLink(ids.next(), owner.id(), purpose, null, clock.instant());
        return links.add(link).chain(() -> mails.add(kind, to, owner.profile().locale(), link.id(), shown(wanted)));
    }

    Uni<Void> notice(Identity reader, EmailAddress to, MailKind kind) {
        return mails.add(kind, to, reader.profile().locale(), null, null);
    }

    /** Tells an address that the account is now another's. */
    Uni<Void> moved(Identity owner, EmailAddress from, EmailAddress to) {
        return mails.add(MailKind.EMAIL_CHANGED, from, owner.profile().locale(), null, shown(to));
    }

    Uni<Void> revoke(UserId user) {
        return links.revoke(user, LinkPurpose.CONFIRM_MOVE_FROM)
                .chain(() -> links.revoke(user, LinkPurpose.CONFIRM_MOVE_TO));
    }

    private static String shown(EmailAddress address) {
        String text = address.value();
        return text.length() <= 200 ? text : text.substring(0, 199) + "…";
    }
}
