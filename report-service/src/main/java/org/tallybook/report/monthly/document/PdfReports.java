package org.tallybook.report.monthly.document;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tallybook.report.monthly.MonthlyReport;

/**
 * Renders a report as a tagged PDF (PDF/UA-1) with bookmarks, page numbers and embedded fonts. Nothing outside of the
 * document is ever loaded. Takes a few hundred milliseconds of a processor; callers run it on the rendering pool.
 */
@ApplicationScoped
public class PdfReports {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final Set<FSFontUseCase> TEXT = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);
    private static final Set<FSFontUseCase> FALLBACK = EnumSet.of(FSFontUseCase.FALLBACK_FINAL, FSFontUseCase.DOCUMENT);

    /** In the order in which they are asked for a character. */
    private static final List<Font> FONTS = List.of(
            new Font("Noto Sans", REGULAR, "NotoSans-Regular.ttf", TEXT),
            new Font("Noto Sans", BOLD, "NotoSans-Bold.ttf", TEXT),
            new Font("Noto Sans Arabic", REGULAR, "NotoSansArabic-Regular.ttf", FALLBACK),
            new Font("Noto Sans Devanagari", REGULAR, "NotoSansDevanagari-Regular.ttf", FALLBACK),
            new Font("DejaVu Sans", REGULAR, "DejaVuSans.ttf", FALLBACK));

    /** What was once measured in a font file need not be measured again. */
    private static final FSCacheEx<String, FSCacheValue> FONT_METRICS = new FSDefaultCacheStore();

    private final HtmlReports html;

    PdfReports(HtmlReports html) {
        this.html = html;
        XRLog.setLoggingEnabled(false);
    }

    public byte[] of(MonthlyReport report) {
        return ofDocument(html.forPaper(report));
    }

    static byte[] ofDocument(String xhtml) {
        try (var pdf = new ByteArrayOutputStream();
                var svg = new BatikSVGDrawer()) {
            var builder = new PdfRendererBuilder();
            FONTS.forEach(font -> font.addTo(builder));
            builder.useSVGDrawer(svg)
                    .useExternalResourceAccessControl(
                            (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useReplacementText("\u25a1")
                    .usePdfUaAccessibility(true)
                    .useCacheStore(CacheStore.PDF_FONT_METRICS, FONT_METRICS)
                    .withProducer("Tallybook")
                    .withHtmlContent(xhtml, null)
                    .toStream(pdf)
                    .run();
            return pdf.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Font(String family, int weight, String file, Set<FSFontUseCase> useCases) {

        void addTo(PdfRendererBuilder builder) {
            builder.useFont(this::open, family, weight, FontStyle.NORMAL, true, useCases);
        }

        private InputStream open() {
            return Objects.requireNonNull(PdfReports.class.getResourceAsStream("/fonts/" + file), file);
        }
    }
}
