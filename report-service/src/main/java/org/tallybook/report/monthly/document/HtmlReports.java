package org.tallybook.report.monthly.document;

import io.quarkus.qute.Engine;
import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.report.monthly.MonthlyReport;

/**
 * Renders a report as one self-contained XHTML document: no script, nothing to load, every text of the user escaped.
 * Rendering takes milliseconds of a processor; callers run it on the rendering pool.
 */
@ApplicationScoped
public class HtmlReports {

    /** Allows the document its own style sheet and forbids everything else, whatever might have got into it. */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src "
            + Stylesheet.SCREEN.cspHash()
            + "; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final Engine engine;

    HtmlReports(Engine engine) {
        this.engine = engine;
    }

    /** For a browser or a mail reader. */
    public String forScreen(MonthlyReport report) {
        return render(ReportViews.of(report), Stylesheet.SCREEN, false);
    }

    /** For the PDF renderer: the same document with another style sheet and bookmarks. */
    String forPaper(MonthlyReport report) {
        return render(ReportViews.of(report), Stylesheet.PRINT, true);
    }

    private String render(ReportView view, Stylesheet style, boolean print) {
        return engine.getTemplate("report.html")
                .data("view", view)
                .data("css", new RawString(style.text()))
                .data("print", print)
                .render()
                .strip();
    }
}
