package org.tallybook.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.kit.problem.Rejected;

class CursorTest {

    private static final Cursor CURSOR = new Cursor(
            Instant.parse("2026-11-20T21:05:00.123456Z"), UUID.fromString("0193495e-0000-7000-8000-000000000001"));

    @Test
    void comesBackAsItWent() {
        assertThat(Cursor.parse(CURSOR.encoded())).contains(CURSOR);
        assertThat(Cursor.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "bm90aGluZw", "MjAyNnx4", "DROP TABLE", "\u0000"})
    void refusesAForgedOne(String forged) {
        assertThatThrownBy(() -> Cursor.parse(forged))
                .isInstanceOf(Rejected.class)
                .hasMessage("invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z"})
    void refusesInstantsThatTheDatabaseCannotHold(String instant) {
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((instant + "|" + CURSOR.id()).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.parse(forged)).isInstanceOf(Rejected.class);
    }

    @Test
    void cutsAPageAndPointsBehindItsLastRow() {
        Page<Integer> page = Page.of(List.of(1, 2, 3), 2, row -> CURSOR);

        assertThat(page.items()).containsExactly(1, 2);
        assertThat(page.nextCursor()).isEqualTo(CURSOR.encoded());
        assertThat(Page.of(List.of(1, 2), 2, row -> CURSOR).nextCursor()).isNull();
    }

    @Test
    void collectsEveryFaultyQueryParameter() {
        var query = new QueryParameters();
        query.limit("0");
        query.day("from", "2026-13-01");
        query.instant("at", "yesterday");
        query.constant("emotion", "happy", Thread.State.class);
        query.text("q", "x".repeat(300), 200);

        assertThat(query.errors().asList())
                .extracting(error -> error.field() + ":" + error.code().code())
                .containsExactly(
                        "limit:out-of-range",
                        "from:invalid-format",
                        "at:invalid-format",
                        "emotion:invalid-value",
                        "q:too-long");
        assertThatThrownBy(query::verify).isInstanceOf(Rejected.class);
    }
}
