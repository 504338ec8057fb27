package org.tallybook.auth.account;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.mail.MailOutbox;
import org.tallybook.auth.mail.domain.MailKind;

/**
 * Asks for a link by mail. The request is only noted here; whether there is an account to make a link for is found out
 * later and elsewhere, so the answer costs the same for every address.
 */
@ApplicationScoped
public class RequestLink {

    private final MailOutbox mails;

    RequestLink(MailOutbox mails) {
        this.mails = mails;
    }

    @WithTransaction
    public Uni<Void> toVerify(EmailAddress address) {
        return mails.add(MailKind.VERIFY_EMAIL, address, Locale.ENGLISH, null, null);
    }

    @WithTransaction
    public Uni<Void> toReset(EmailAddress address) {
        return mails.add(MailKind.RESET_PASSWORD, address, Locale.ENGLISH, null, null);
    }
}
