package org.tallybook.report.monthly.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportsTest {

    private static final List<String> LOADING =
            List.of("src", "href", "xlink:href", "srcset", "data", "action", "poster", "background", "style");

    private final HtmlReports reports = PlainQute.htmlReports();

    static Stream<AReport> reports() {
        return Stream.of(
                AReport.ofAFullMonth(),
                AReport.ofAFullMonth().in("de-AT"),
                AReport.ofAFullMonth().in("es"),
                AReport.ofAFullMonth().in("fr-CA"),
                AReport.ofAFullMonth().in("ar-EG-u-nu-arab"),
                AReport.ofAFullMonth().at("2026-10-19T10:00:00Z"),
                AReport.ofAFullMonth().at("2026-09-30T22:00:00Z"),
                AReport.empty(),
                AReport.ofEveryType(),
                AReport.ofEveryType().in("fr"),
                HostileText.report());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isWellFormedAndLoadsAndRunsNothing(AReport report) {
        Document document = parse(reports.forScreen(report.build()));

        assertThat(elements(document))
                .extracting(Element::getTagName)
                .doesNotContain(
                        "script",
                        "iframe",
                        "object",
                        "embed",
                        "img",
                        "image",
                        "use",
                        "link",
                        "base",
                        "form",
                        "foreignObject");
        assertThat(attributes(document)).noneMatch(name -> name.startsWith("on"));
        assertThat(attributes(document)).doesNotContainAnyElementsOf(LOADING);
        assertThat(document.getElementsByTagName("style").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("style").item(0).getTextContent())
                .doesNotContain("url(", "@import", "<");
    }

    @Test
    void whatAUserWroteStaysText() {
        String html = reports.forScreen(HostileText.report().build());

        assertThat(html).doesNotContain("<script", "<img", "onload=alert(1)>", "<style>body");
        assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "{view.title} {#include secret /}");
        assertThat(html.codePoints()).noneMatch(character -> character < 0x20 && character != '\n');
    }

    @Test
    void theIdsOfTheDocumentAreUnique() {
        Document document = parse(reports.forScreen(AReport.ofAFullMonth().build()));

        assertThat(elements(document).map(element -> element.getAttribute("id")).filter(id -> !id.isEmpty()))
                .doesNotHaveDuplicates();
    }

    @Test
    void saysTheFiguresInTheReadersLanguage() {
        assertThat(reports.forScreen(AReport.ofAFullMonth().build()))
                .contains("lang=\"en\"", "October 2026", "Your longest streak", "You kept track on 31 of 31 days.");
        assertThat(reports.forScreen(AReport.ofAFullMonth().in("de-DE").build()))
                .contains("lang=\"de-DE\"", "Oktober 2026", "Deine längste Serie", ",");
        assertThat(reports.forScreen(AReport.ofAFullMonth().in("es").build())).contains("Octubre de 2026");
        assertThat(reports.forScreen(AReport.ofAFullMonth().in("fr").build())).contains("Octobre 2026", "À retenir");
        assertThat(reports.forScreen(AReport.ofAFullMonth().in("ja").build())).contains("lang=\"en\"");
    }

    @Test
    void saysWhatEachTypeOfTrackerHasToSay() {
        String html = reports.forScreen(AReport.ofEveryType().in("de").build());

        assertThat(html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .contains("Tage mit Ja 2", "Tage mit Nein 1", "Grün &lt;b&gt; 2 Schwarz 1")
                .contains("Summe 14:30", "Mittel 7:15", "Kleinster Wert 7:00")
                .contains("Mittel 7,5 Kleinster Wert 7 Größter Wert 8", "Verträumt");
        assertThat(reports.forScreen(AReport.ofEveryType().build())).contains("Days with yes");
        assertThat(reports.forScreen(AReport.ofEveryType().in("es").build())).contains("Días con sí");
    }

    @Test
    void aRunningMonthSaysThatItIsAPreview() {
        assertThat(reports.forScreen(
                        AReport.ofAFullMonth().at("2026-10-19T10:00:00Z").build()))
                .contains("A preview", "class=\"future\"");
        assertThat(reports.forScreen(AReport.ofAFullMonth().build())).doesNotContain("A preview");
    }

    @Test
    void staysSmall() {
        assertThat(reports.forScreen(AReport.ofAFullMonth().build()).length()).isLessThan(100_000);
    }

    private static Stream<Element> elements(Document document) {
        NodeList all = document.getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(all::item).map(Element.class::cast);
    }

    private static List<String> attributes(Document document) {
        var names = new ArrayList<String>();
        elements(document).forEach(element -> {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                names.add(((Attr) element.getAttributes().item(i)).getName());
            }
        });
        return names;
    }

    private static Document parse(String html) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (Exception malformed) {
            throw new AssertionError(malformed.getMessage() + "\n" + html, malformed);
        }
    }
}
