package org.tallybook.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExternalPartTest {

    @ParameterizedTest
    @EnumSource(PartKind.class)
    void saysInOneSentenceWhichVariableNamesADeadServer(PartKind kind) {
        String scheme = kind.schemes().iterator().next();
        ServerUrl url = ServerUrl.parse(kind, scheme + "://me:topsecret@127.0.0.1:" + FreePort.next());

        assertThatThrownBy(() -> new ExternalPart(kind, url).start())
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(kind.variable())
                .hasMessageContaining("127.0.0.1:" + url.port())
                .hasMessageNotContaining("topsecret")
                .hasMessageEndingWith(".");
    }

    @Test
    void embedsOnlyWhatTheEnvironmentDoesNotName() {
        StackPlan plan = new StackPlan(
                Path.of("unused"),
                Path.of("unused"),
                new EnumMap<>(PartKind.class),
                new StackPlan.Passwords("p", "r", "b"),
                false);

        Stack stack =
                plan.stack(Map.of("TALLYBOOK_REDIS_URL", "redis://cache.example:6380/2", "TALLYBOOK_PG_URL", " "));

        assertThat(stack.part(PartKind.REDIS)).isInstanceOf(ExternalPart.class);
        assertThat(stack.part(PartKind.REDIS).url().text()).isEqualTo("redis://cache.example:6380/2");
        assertThat(stack.part(PartKind.POSTGRES)).isInstanceOf(EmbeddedDatabase.class);
        assertThat(plan.passwords().toString()).doesNotContain("p,");
    }
}
