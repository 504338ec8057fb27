package org.tallybook.report.monthly.api;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.tallybook.report.monthly.MonthlyReport;
import org.tallybook.report.monthly.document.HtmlReports;
import org.tallybook.report.monthly.document.ReportDocuments;

/** Puts a report into the format that was asked for, unless the client has it already. */
@ApplicationScoped
class ReportAnswers {

    private final ReportDocuments documents;

    ReportAnswers(ReportDocuments documents) {
        this.documents = documents;
    }

    Uni<Response> answer(MonthlyReport report, ReportFormat format, @Nullable String ifNoneMatch) {
        ReportTag tag = ReportTag.of(report, format);
        Uni<Response.ResponseBuilder> answer =
                tag.isUnchangedFor(ifNoneMatch) ? Uni.createFrom().item(Response.notModified()) : body(report, format);
        return answer.map(response -> headed(response, tag).build());
    }

    private Uni<Response.ResponseBuilder> body(MonthlyReport report, ReportFormat format) {
        return switch (format) {
            case JSON -> Uni.createFrom().item(Response.ok(SummaryResponse.of(report), format.mediaType()));
            case HTML -> documents.html(report).map(html -> html(html));
            case PDF -> documents.pdf(report).map(pdf -> pdf(pdf, report));
        };
    }

    /** The policy lets the page style itself and do nothing else. */
    private static Response.ResponseBuilder html(String html) {
        return Response.ok(html, ReportFormat.HTML.mediaType().withCharset("UTF-8"))
                .header("Content-Security-Policy", HtmlReports.CONTENT_SECURITY_POLICY)
                .header("Referrer-Policy", "no-referrer");
    }

    private static Response.ResponseBuilder pdf(byte[] pdf, MonthlyReport report) {
        return Response.ok(pdf, ReportFormat.PDF.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"tallybook-" + report.summary().month() + ".pdf\"");
    }

    private static Response.ResponseBuilder headed(Response.ResponseBuilder response, ReportTag tag) {
        return response.header(HttpHeaders.ETAG, tag.header())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Accept, Authorization")
                .header("X-Content-Type-Options", "nosniff");
    }
}
