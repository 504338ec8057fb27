package org.tallybook.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/capabilities.md} claims nothing that no test shows. */
class CapabilitiesTest {

    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| ([A-Z]\\w*-\\d\\d|[FW]\\d+) \\|.*\\| (works|partly|not yet|left out) \\|([^|]*)\\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Za-z0-9]+(?:Test|IT))`");
    private static final String PAGE = Repository.text("docs/capabilities.md");

    @Test
    void everyRowHasAnIdOfItsOwnAndAState() {
        List<String> ids = ROW.matcher(PAGE).results().map(row -> row.group(1)).toList();
        long rows = PAGE.lines()
                .filter(line -> line.matches("\\| ([A-Z]\\w*-\\d\\d|[FW]\\d+) \\|.*"))
                .count();

        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(120);
        assertThat(rows).isEqualTo(ids.size());
    }

    @Test
    void whatWorksIsShownByATest() {
        assertThat(ROW.matcher(PAGE).results().filter(row -> row.group(2).equals("works")))
                .allSatisfy(row -> assertThat(TEST.matcher(row.group(3)).find())
                        .as(row.group(1))
                        .isTrue());
    }

    @Test
    void theFirstLineCountsTheRows() {
        Map<String, Long> states =
                ROW.matcher(PAGE).results().collect(Collectors.groupingBy(row -> row.group(2), Collectors.counting()));

        assertThat(PAGE)
                .contains("Today: %d works, %d partly, %d not yet, %d left out."
                        .formatted(
                                states.getOrDefault("works", 0L),
                                states.getOrDefault("partly", 0L),
                                states.getOrDefault("not yet", 0L),
                                states.getOrDefault("left out", 0L)));
    }

    @Test
    void everyTestThatIsNamedExists() {
        Set<String> tests = Repository.files(
                        file -> file.contains("/src/test/") && file.matches(".*(Test|IT)\\.java"), Repository.MODULES)
                .stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        assertThat(TEST.matcher(PAGE).results().map((MatchResult test) -> test.group(1)))
                .allSatisfy(test -> assertThat(tests).contains(test));
    }
}
