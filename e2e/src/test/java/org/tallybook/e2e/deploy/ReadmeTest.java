package org.tallybook.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A newcomer follows the README literally, so what it tells must exist. */
class ReadmeTest {

    private static final int MOST_LINES = 120;
    private static final Pattern COMMAND = Pattern.compile("\\./([a-z][A-Za-z0-9./_-]*)(?:[ \\t]+([a-z]+))?");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern VARIABLE = Pattern.compile("TALLYBOOK_[A-Z_]+[A-Z]");

    private final String readme = Repository.text("README.md");

    @Test
    void isShort() {
        assertThat(readme.lines().count()).isLessThan(MOST_LINES);
    }

    @Test
    void namesTheTestCommandThatContinuousIntegrationRuns() {
        assertThat(readme).contains("./mvnw verify");
        assertThat(Repository.text(".ci/run")).contains("./mvnw -B -ntp verify");
    }

    @Test
    void everyProgramItCallsIsThere() {
        List<String> programs = all(COMMAND, 1);

        assertThat(programs).contains("tallybook", "mvnw");
        assertThat(programs)
                .allSatisfy(program ->
                        assertThat(Repository.ROOT.resolve(program)).matches(Files::isExecutable, "is executable"));
    }

    @Test
    void everyCommandOfTallybookItNamesIsKnown() {
        String script = Repository.text("tallybook");

        List<String> commands = COMMAND.matcher(readme)
                .results()
                .filter(command -> command.group(1).equals("tallybook") && command.group(2) != null)
                .map(command -> command.group(2))
                .toList();

        assertThat(commands).contains("up");
        assertThat(commands).allSatisfy(command -> assertThat(script).contains("\n  " + command));
    }

    @Test
    void everyLinkLeadsToAFile() {
        assertThat(all(LINK, 1))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Repository.ROOT.resolve(link)).exists());
    }

    @Test
    void everyVariableItNamesIsDocumented() {
        String documented = Repository.text(".env.example") + Repository.text("deploy/local/README.md");

        assertThat(all(VARIABLE, 0))
                .allSatisfy(variable -> assertThat(documented).contains(variable));
    }

    private List<String> all(Pattern pattern, int group) {
        return pattern.matcher(readme)
                .results()
                .map((MatchResult result) -> result.group(group))
                .distinct()
                .toList();
    }
}
