package org.tallybook.auth.mfa;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.mail.MailOutbox;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.peer.domain.Client;

/** Tells users by mail, and the audit log, what happened to their second factors; in the transaction of that. */
@ApplicationScoped
public class FactorNotices {

    private final MailOutbox mails;
    private final Audit audit;

    FactorNotices(MailOutbox mails, Audit audit) {
        this.mails = mails;
        this.audit = audit;
    }

    /** @param subject which of several it happened to; stays out of the mail, where a thief could make it lie */
    public Uni<Void> tell(Identity owner, AuditAction action, MailKind mail, Client client, @Nullable String subject) {
        return audit.note(owner.id(), action, client, subject)
                .chain(() -> mails.add(mail, owner.email(), owner.profile().locale(), null, null));
    }
}
