package org.tallybook.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} lists exactly the slugs that the code declares, with the kind each has there. */
class ErrorCatalogueTest {

    private static final Pattern DECLARED =
            Pattern.compile("new\\s+Slug\\(\\s*\"([a-z0-9-]+)\"\\s*,\\s*(?:Kind\\.)?([A-Z_]+)\\s*\\)");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| (\\d{3}) \\|");
    private static final Pattern STATUS = Pattern.compile("(?m)case ([A-Z_, ]+) -> (\\d{3});");

    @Test
    void listsEverySlugWithItsStatus() {
        assertThat(listed()).isEqualTo(declared());
    }

    private static Map<String, String> listed() {
        Map<String, String> slugs = new TreeMap<>();
        LISTED.matcher(Repository.text("docs/errors.md"))
                .results()
                .forEach(row -> assertThat(slugs.put(row.group(1), row.group(2)))
                        .as("%s stands twice", row.group(1))
                        .isNull());
        return slugs;
    }

    private static Map<String, String> declared() {
        Map<String, String> statuses = statuses();
        Map<String, String> slugs = new TreeMap<>();
        Repository.files(
                        file -> file.contains("/src/main/") && file.endsWith(".java"),
                        "service-kit",
                        "auth-service",
                        "tracker-service",
                        "report-service",
                        "gateway")
                .stream()
                .flatMap(file -> DECLARED.matcher(Repository.text(file)).results())
                .forEach((MatchResult slug) ->
                        slugs.put(slug.group(1), statuses.getOrDefault(slug.group(2), "?" + slug.group(2))));
        return slugs;
    }

    private static Map<String, String> statuses() {
        Map<String, String> statuses = new TreeMap<>();
        STATUS.matcher(Repository.text("service-kit/kit-web/src/main/java/org/tallybook/kit/problem/Kind.java"))
                .results()
                .forEach(found -> {
                    for (String kind : found.group(1).split(",", -1)) {
                        statuses.put(kind.trim(), found.group(2));
                    }
                });
        return statuses;
    }
}
