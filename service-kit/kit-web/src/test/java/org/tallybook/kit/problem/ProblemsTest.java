package org.tallybook.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {

    static Stream<Slug> slugs() {
        return Arrays.stream(KitSlugs.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Slug.class)
                .map(ProblemsTest::valueOf);
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void hasATitleAndADetailForEverySlugInEveryLanguage(Slug slug) {
        for (Locale locale : Languages.shipped()) {
            Problem problem = Problems.of(Rejected.because(slug), locale, "/path", null);

            assertThat(problem.title()).isNotBlank().doesNotStartWith(slug.value() + ".");
            assertThat(problem.detail()).isNotBlank().doesNotStartWith(slug.value() + ".");
            assertThat(problem.status()).isEqualTo(slug.kind().status());
        }
    }

    @ParameterizedTest
    @EnumSource(FieldCode.class)
    void hasAMessageForEveryFieldCodeInEveryLanguage(FieldCode code) {
        Rejected rejection = Rejected.field("name", code, 3, 9);

        for (Locale locale : Languages.shipped()) {
            Problem.Item item =
                    Problems.of(rejection, locale, null, null).errors().get(0);

            assertThat(item.message()).isNotBlank().doesNotContain("field.").doesNotContain("{");
        }
    }

    @Test
    void namesTheBoundInTheMessage() {
        Rejected rejection = Rejected.field("name", FieldCode.TOO_LONG, 100);

        String message = Problems.of(rejection, Locale.ENGLISH, null, null)
                .errors()
                .get(0)
                .message();

        assertThat(message).isEqualTo("must have at most 100 characters");
    }

    @ParameterizedTest
    @CsvSource({"de-AT,de", "fr;q=0.1,fr", "'tlh, hi;q=0.5',hi", "*,en", "'',en", "'%%%',en"})
    void choosesTheBestShippedLanguage(String header, String expected) {
        assertThat(Languages.of(header).getLanguage()).isEqualTo(expected);
    }

    @Test
    void refusesASlugThatIsNone() {
        assertThatThrownBy(() -> new Slug("Not A Slug", Kind.INVALID)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Slug valueOf(Field field) {
        try {
            return (Slug) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
