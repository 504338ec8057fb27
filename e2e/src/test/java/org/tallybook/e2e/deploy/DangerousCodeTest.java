package org.tallybook.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What our own code never does, because nothing of what a user sends could then be more than text. */
class DangerousCodeTest {

    private static final Pattern RUNS_SOMETHING =
            Pattern.compile("Runtime\\.getRuntime\\(\\)\\.exec|\\bProcessBuilder\\b"
                    + "|\\bObjectInputStream\\b|\\bXMLDecoder\\b|\\bScriptEngine\\b|javax\\.naming|\\bInitialContext\\b"
                    + "|enableDefaultTyping|activateDefaultTyping|@JsonTypeInfo");

    private static final Pattern MARKUP = Pattern.compile(
            "\\b(innerHTML|outerHTML|insertAdjacentHTML|srcdoc"
                    + "|createContextualFragment|DOMParser|eval|postMessage)\\b|document\\.write|new Function|setTimeout\\(['\"`]");

    private static final Pattern STORAGE =
            Pattern.compile("\\b(localStorage|sessionStorage|indexedDB|caches|serviceWorker)\\b|document\\.cookie");

    private static final Pattern PASSWORD_FIELD = Pattern.compile("<input name=\"\\w*[pP]assword\"[^>]*>");

    @Test
    void noServiceStartsProgramsOrEvaluatesText() {
        List<Path> sources = Repository.files(
                file -> file.contains("/src/main/java/") && file.endsWith(".java"),
                "auth-service",
                "tracker-service",
                "report-service",
                "gateway",
                "service-kit/kit-web",
                "service-kit/kit-service");

        assertThat(sources).hasSizeGreaterThan(300).allSatisfy(source -> assertNever(RUNS_SOMETHING, source));
    }

    @Test
    void theWebAppWritesTextAndNeverMarkup() {
        assertThat(web(".js")).hasSizeGreaterThan(3).allSatisfy(script -> assertNever(MARKUP, script));
    }

    @Test
    void theWebAppKeepsNothingInTheBrowser() {
        assertThat(web(".js")).hasSizeGreaterThan(3).allSatisfy(script -> assertNever(STORAGE, script));
    }

    @Test
    void passwordFieldsAreMaskedAndLeaveManagersAlone() {
        List<String> fields = web(".html").stream()
                .flatMap(page -> PASSWORD_FIELD.matcher(Repository.text(page)).results())
                .map(MatchResult::group)
                .toList();

        assertThat(fields)
                .hasSize(3)
                .allSatisfy(field -> assertThat(field)
                        .contains("type=\"password\"")
                        .containsPattern("autocomplete=\"(current|new)-password\""));
        assertThat(web(".js"))
                .allSatisfy(script -> assertThat(Repository.text(script)).doesNotContainIgnoringCase("paste"));
    }

    private static List<Path> web(String ending) {
        return Repository.files(file -> file.endsWith(ending), "gateway/src/main/resources/web");
    }

    private static void assertNever(Pattern pattern, Path file) {
        assertThat(Repository.text(file)).as(Repository.slashed(file)).doesNotContainPattern(pattern);
    }
}
