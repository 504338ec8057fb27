package org.tallybook.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code docs/asvs.csv} answers every requirement of levels 1 and 2, and names nothing that is not there. */
class AsvsTest {

    private static final Pattern ROW = Pattern.compile(
            "(v5\\.0\\.0-(\\d{1,2})\\.\\d{1,2}\\.\\d{1,2}),([12]),(met|partly|not-yet|not-applicable|accepted),\"([^\"]+)\"");
    private static final Pattern TEST = Pattern.compile("\\b([A-Z]\\w*(?:Test|IT))\\b(?: \\((\\w+)\\))?");
    private static final Pattern PAGE = Pattern.compile("\\b(docs/[\\w/-]+\\.md)(?:#([\\w-]+))?");

    /** How many requirements of levels 1 and 2 each chapter of ASVS 5.0.0 has. */
    private static final Map<Integer, Integer> CHAPTERS = Map.ofEntries(
            Map.entry(1, 27),
            Map.entry(2, 11),
            Map.entry(3, 19),
            Map.entry(4, 10),
            Map.entry(5, 9),
            Map.entry(6, 35),
            Map.entry(7, 18),
            Map.entry(8, 7),
            Map.entry(9, 7),
            Map.entry(10, 29),
            Map.entry(11, 14),
            Map.entry(12, 9),
            Map.entry(13, 13),
            Map.entry(14, 9),
            Map.entry(15, 13),
            Map.entry(16, 16),
            Map.entry(17, 7));

    private static final int OF_LEVEL_1 = 70;

    private static final String TEXT = Repository.text("docs/asvs.csv");
    private static final List<Row> ROWS = rows();

    private record Row(String id, int chapter, int level, String status, String evidence) {}

    @Test
    void everyRequirementOfTheFirstTwoLevelsStandsOnce() {
        assertThat(ROWS.stream().map(Row::id)).doesNotHaveDuplicates();
        assertThat(ROWS.stream().collect(Collectors.toMap(Row::chapter, row -> 1, Integer::sum)))
                .isEqualTo(CHAPTERS);
        assertThat(ROWS.stream().filter(row -> row.level() == 1)).hasSize(OF_LEVEL_1);
    }

    @Test
    void whatIsMetIsShownByATestOrAPage() {
        assertThat(ROWS.stream().filter(row -> row.status().equals("met")))
                .allSatisfy(row ->
                        assertThat(namesSomething(row.evidence())).as(row.id()).isTrue());
    }

    @Test
    void everyTestThatIsNamedExists() {
        Map<String, String> tests = tests();

        assertThat(TEST.matcher(TEXT).results())
                .allSatisfy(test -> assertThat(hasMethod(tests.getOrDefault(test.group(1), ""), test.group(2)))
                        .as(test.group())
                        .isTrue());
    }

    @Test
    void everyPageThatIsNamedExists() {
        assertThat(PAGE.matcher(TEXT).results())
                .allSatisfy(page -> assertThat(hasSection(page.group(1), page.group(2)))
                        .as(page.group())
                        .isTrue());
    }

    private static boolean namesSomething(String evidence) {
        return TEST.matcher(evidence).find() || PAGE.matcher(evidence).find();
    }

    private static boolean hasMethod(String sources, @Nullable String method) {
        return method == null ? !sources.isEmpty() : sources.contains("void " + method + "(");
    }

    /** A section by the anchor that is made of its heading. */
    private static boolean hasSection(String page, @Nullable String section) {
        Path file = Repository.ROOT.resolve(page);
        return Files.exists(file) && (section == null || anchors(file).contains(section));
    }

    private static List<String> anchors(Path page) {
        return Repository.text(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w -]", "").replace(' ', '-'))
                .toList();
    }

    /** Classes of one name in several modules are taken together. */
    private static Map<String, String> tests() {
        Map<String, String> tests = new TreeMap<>();
        Repository.files(file -> file.matches(".*/src/test/.*(Test|IT)\\.java"), Repository.MODULES)
                .forEach(file -> tests.merge(
                        file.getFileName().toString().replace(".java", ""), Repository.text(file), String::concat));
        return tests;
    }

    private static List<Row> rows() {
        List<String> lines = TEXT.lines().toList();
        assertThat(lines.get(0)).isEqualTo("id,level,status,evidence");
        return lines.stream().skip(1).map(AsvsTest::row).toList();
    }

    private static Row row(String line) {
        Matcher row = ROW.matcher(line);
        assertThat(row.matches()).as(line).isTrue();
        return new Row(
                row.group(1),
                Integer.parseInt(row.group(2)),
                Integer.parseInt(row.group(3)),
                row.group(4),
                row.group(5));
    }
}
