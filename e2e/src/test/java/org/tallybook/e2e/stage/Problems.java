package org.tallybook.e2e.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.tallybook.e2e.client.Answer;

/** What every refusal must look like (RFC 9457 and the conventions of the API). */
public final class Problems {

    private Problems() {}

    public static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.mediaType()).as("%s", answer).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("type").asText()).startsWith("https://tallybook.org/problems/");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        for (String member : List.of("title", "detail", "instance", "traceId")) {
            assertThat(problem.path(member).asText())
                    .as(member + " of " + answer)
                    .isNotBlank();
        }
        assertThat(answer.text()).doesNotContain("Exception", "org.tallybook.", "java.", "\tat ", "SQL");
    }

    public static void assertProblem(Answer answer, int status, String slug) {
        assertProblem(answer, status);
        assertThat(answer.problem()).as("%s", answer).isEqualTo(slug);
    }

    /** The fields the problem names, in its order. */
    public static List<String> fields(Answer answer) {
        return answer.json().path("errors").findValuesAsText("field");
    }

    /** A problem that names the field with that code, and a text for people. */
    public static void assertFieldError(Answer answer, String field, String code) {
        assertProblem(answer, 400);
        for (JsonNode error : answer.json().path("errors")) {
            if (error.path("field").asText().equals(field)) {
                assertThat(error.path("code").asText()).as("%s", answer).isEqualTo(code);
                assertThat(error.path("message").asText()).as("%s", answer).isNotBlank();
                return;
            }
        }
        throw new AssertionError("no error for " + field + ": " + answer);
    }
}
