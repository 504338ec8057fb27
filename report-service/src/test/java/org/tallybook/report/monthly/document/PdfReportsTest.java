package org.tallybook.report.monthly.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfReportsTest {

    private final PdfReports reports = new PdfReports(PlainQute.htmlReports());

    @Test
    void showsTheFigures() throws IOException {
        try (PDDocument pdf = pdf(AReport.ofAFullMonth())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("October 2026", "Your longest streak", "Sleep", "Journal", "Calm", "1 / ");
        }
    }

    @Test
    void isTaggedNamedAndHasBookmarks() throws IOException {
        try (PDDocument pdf = pdf(AReport.ofAFullMonth().in("de"))) {
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Oktober 2026");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("Oktober 2026");
        }
    }

    @Test
    void embedsEveryFontAndHasNoActions() throws IOException {
        try (PDDocument pdf = pdf(HostileText.report())) {
            for (PDPage page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
                assertThat(page.getAnnotations()).isEmpty();
            }
            assertThat(pdf.getDocumentCatalog().getNames()).isNull();
            assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
        }
    }

    @Test
    void showsWhatAUserWroteAsText() throws IOException {
        try (PDDocument pdf = pdf(HostileText.report())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("<script>alert(1)</script>", "Größe", "π");
        }
    }

    @Test
    void aMonthWithoutDataIsOnePage() throws IOException {
        try (PDDocument pdf = pdf(AReport.empty())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
    }

    private PDDocument pdf(AReport report) throws IOException {
        return Loader.loadPDF(reports.of(report.build()));
    }
}
