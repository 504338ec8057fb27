package org.tallybook.report.monthly.document;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.report.monthly.MonthlyReport;

/** Reports as documents, made on the rendering pool. */
@ApplicationScoped
public class ReportDocuments {

    private final RenderingPool pool;
    private final HtmlReports html;
    private final PdfReports pdf;

    ReportDocuments(RenderingPool pool, HtmlReports html, PdfReports pdf) {
        this.pool = pool;
        this.html = html;
        this.pdf = pdf;
    }

    public Uni<String> html(MonthlyReport report) {
        return pool.run(() -> html.forScreen(report));
    }

    public Uni<byte[]> pdf(MonthlyReport report) {
        return pool.run(() -> pdf.of(report));
    }
}
