package org.tallybook.kit.etag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.kit.problem.Rejected;

class EntityTagTest {

    private final EntityTag tag = new EntityTag(7);

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\""})
    void letsAMatchingWritePass(String ifMatch) {
        assertThatCode(() -> tag.requireMatch(ifMatch)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "", "\"77\""})
    void stopsAWriteOnAnotherVersion(String ifMatch) {
        assertThatThrownBy(() -> tag.requireMatch(ifMatch))
                .isInstanceOf(Rejected.class)
                .hasMessage("precondition-failed");
    }

    @Test
    void asksForNothingWithoutAHeader() {
        assertThatCode(() -> tag.requireMatch(null)).doesNotThrowAnyException();
        assertThat(tag.isUnchangedFor(null)).isFalse();
    }

    @Test
    void comparesWeaklyForReads() {
        assertThat(tag.isUnchangedFor("W/\"7\"")).isTrue();
        assertThat(tag.isUnchangedFor("\"8\"")).isFalse();
    }
}
