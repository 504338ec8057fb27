package org.tallybook.auth.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tallybook.auth.mail.domain.WaitingMail;
import org.tallybook.auth.secret.TokenKeys;

/** Puts a waiting mail into words and links. Links start with the configured public URL, never with a request's host. */
@ApplicationScoped
class MailWriter {

    private final Template html;
    private final Template plain;
    private final TokenKeys keys;
    private final String publicUrl;

    MailWriter(
            @Location("mail/message.html") Template html,
            @Location("mail/message.txt") Template plain,
            TokenKeys keys,
            @ConfigProperty(name = "tallybook.public-url") String publicUrl) {
        this.html = html;
        this.plain = plain;
        this.keys = keys;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    Mail write(WaitingMail mail) {
        MailTexts texts = MailTexts.of(mail.kind(), mail.locale());
        return new Mail()
                .addTo(mail.recipient().value())
                .setSubject(texts.subject())
                .setText(fill(plain, mail, texts))
                .setHtml(fill(html, mail, texts))
                .addHeader(
                        "Message-ID",
                        "<" + mail.id() + "@" + URI.create(publicUrl).getHost() + ">")
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private String fill(Template template, WaitingMail mail, MailTexts texts) {
        TemplateInstance instance = template.data("language", texts.language().toLanguageTag())
                .data("direction", texts.direction())
                .data("subject", texts.subject())
                .data("text", texts.text("text", mail.detail()))
                .data("button", texts.text("button", mail.detail()))
                .data("after", texts.text("after", mail.detail()))
                .data("footer", texts.footer())
                .data("link", link(mail));
        return instance.render();
    }

    private String link(WaitingMail mail) {
        String page = publicUrl + mail.kind().path();
        return mail.linkId() == null
                ? page
                : page + "?" + mail.kind().parameter() + "="
                        + keys.ofLink(mail.linkId()).text();
    }
}
