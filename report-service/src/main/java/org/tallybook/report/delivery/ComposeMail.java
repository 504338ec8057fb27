package org.tallybook.report.delivery;

import io.quarkus.mailer.Mail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tallybook.report.delivery.persistence.DueMail;
import org.tallybook.report.monthly.MonthlyReport;
import org.tallybook.report.monthly.document.MailText;
import org.tallybook.report.monthly.document.ReportDocuments;
import org.tallybook.report.preference.domain.MailFormat;

/**
 * Writes the mail of a report: in HTML with a text alternative for readers that show no HTML, or a short text with the
 * PDF attached, as the user prefers.
 */
@ApplicationScoped
class ComposeMail {

    private final ReportDocuments documents;
    private final URI publicUrl;

    ComposeMail(ReportDocuments documents, @ConfigProperty(name = "tallybook.public-url") URI publicUrl) {
        this.documents = documents;
        this.publicUrl = publicUrl;
    }

    /** Empty if the user has no confirmed address (any more). */
    Uni<Optional<Mail>> mail(DueMail due, MonthlyReport report) {
        Optional<String> address = report.profile().confirmedEmail();
        return address.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : body(due.format(), address.get(), report).map(mail -> Optional.of(addressed(mail, due)));
    }

    private Uni<Mail> body(MailFormat format, String address, MonthlyReport report) {
        MailText text = MailText.of(report, link(report));
        return switch (format) {
            case HTML ->
                documents
                        .html(report)
                        .map(html ->
                                Mail.withHtml(address, text.subject(), html).setText(text.summary()));
            case PDF ->
                documents
                        .pdf(report)
                        .map(pdf -> Mail.withText(address, text.subject(), text.cover())
                                .addAttachment(text.fileName(), pdf, "application/pdf"));
        };
    }

    /** The id makes the Message-ID (RFC 5322, section 3.6.4): the same for every attempt. */
    private Mail addressed(Mail mail, DueMail due) {
        return mail.addHeader("Message-ID", "<report-" + due.id() + "@" + publicUrl.getHost() + ">")
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private String link(MonthlyReport report) {
        return publicUrl + "/api/v1/reports/monthly/" + report.summary().month() + ".html";
    }
}
