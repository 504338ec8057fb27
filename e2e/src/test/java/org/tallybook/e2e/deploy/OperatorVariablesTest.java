package org.tallybook.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code .env.example} documents every variable of the system and no other. */
class OperatorVariablesTest {

    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^#?([A-Z][A-Z0-9_]+)=(.*)$");
    private static final Pattern VARIABLE = Pattern.compile("\\bTALLYBOOK_[A-Z0-9_]*[A-Z0-9]\\b(?![_<*])");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Set<String> OF_THE_CONTAINER = Set.of("TALLYBOOK_VERSION", "SECRETS_DIR", "JAVA_OPTS");
    private static final String EXAMPLE = Repository.text(".env.example");

    @Test
    void everyVariableOfCodeAndDeploymentIsDocumented() {
        Set<String> undocumented = sources()
                .flatMap(file -> VARIABLE.matcher(Repository.text(file))
                        .results()
                        .map(found -> found.group() + " in " + Repository.slashed(file)))
                .filter(found -> !documented().contains(found.substring(0, found.indexOf(' '))))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(undocumented).as("add them to .env.example").isEmpty();
    }

    @Test
    void everyDocumentedVariableIsReadBySomething() {
        assertThat(documented())
                .filteredOn(name -> !OF_THE_CONTAINER.contains(name) && !name.startsWith("QUARKUS_"))
                .allSatisfy(name -> assertThat(isRead(name))
                        .as("%s is read by no code", name)
                        .isTrue());
    }

    private static boolean isRead(String name) {
        String property = canonical(name.replaceFirst("_\\d+$", ""));
        return code().map(Repository::text)
                .anyMatch(
                        text -> text.contains(name) || canonical(text).contains(property) || isMapped(text, property));
    }

    /** A configuration mapping names its prefix and, as a method, the rest. */
    private static boolean isMapped(String text, String property) {
        return MAPPING.matcher(text)
                .results()
                .map(found -> canonical(found.group(1)))
                .anyMatch(prefix ->
                        property.startsWith(prefix) && canonical(text).contains(property.substring(prefix.length())));
    }

    @Test
    void everyVariableStandsOnceAndNoneHasASecret() {
        List<String> names = DOCUMENTED
                .matcher(EXAMPLE)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(names).doesNotHaveDuplicates();
        assertThat(EXAMPLE.lines().filter(line -> !line.isBlank())).allMatch(line -> line.startsWith("#"));
        assertThat(DOCUMENTED
                        .matcher(EXAMPLE)
                        .results()
                        .filter(found -> found.group(1).endsWith("PASSWORD")))
                .allMatch(found -> found.group(2).isEmpty());
    }

    private static Set<String> documented() {
        return DOCUMENTED
                .matcher(EXAMPLE)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** Where a variable may be set or read; tests may name what they like. */
    private static Stream<Path> sources() {
        Stream<Path> deployment = Repository.files(
                file -> file.matches("deploy/(docker|kubernetes)/.*|tallybook|docker-compose.yml"),
                "deploy",
                "docker-compose.yml",
                "tallybook")
                .stream();
        return Stream.concat(code(), deployment);
    }

    private static Stream<Path> code() {
        return Repository.files(
                file -> file.matches(".*/src/main/.*\\.(java|properties)"),
                "deploy",
                "service-kit",
                "auth-service",
                "tracker-service",
                "report-service",
                "gateway")
                .stream();
    }

    /** A variable and the property it sets look alike without case and punctuation. */
    private static String canonical(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9\n]", "");
    }
}
