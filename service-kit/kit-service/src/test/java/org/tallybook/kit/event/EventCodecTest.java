package org.tallybook.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallybook.kit.test.contract.EventContracts;
import org.tallybook.kit.test.contract.Example;

class EventCodecTest {

    private final EventCodec codec = new EventCodec();

    static java.util.stream.Stream<Example> examples() {
        EventContracts contracts = EventContracts.load();
        return contracts.types().stream().flatMap(type -> contracts.examples(type).stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsEveryPublishedExampleAndWritesItBackValid(Example example) throws UnreadableEvent {
        Event event = codec.decode(example.json().getBytes(StandardCharsets.UTF_8));
        String written = new String(codec.encode(event), StandardCharsets.UTF_8);

        assertThat(event.type()).isEqualTo(example.type());
        EventContracts.load().assertValid(example.type(), written);
    }

    @Test
    void keepsDecimalsDigitByDigit() throws UnreadableEvent {
        Event event = codec.decode(json("1.0", "{\"value\":-12.50}"));

        assertThat(event.data().get("value").decimalValue()).isEqualTo(new BigDecimal("-12.50"));
        assertThat(new String(codec.encode(event), StandardCharsets.UTF_8)).contains("-12.50");
    }

    @Test
    void namesWhatItCannotRead() {
        assertThatThrownBy(() -> codec.decode(json("0.3", "{}"))).hasMessageContaining("specversion");
        assertThatThrownBy(() -> codec.decode(json("1.0", "[]"))).hasMessageContaining("data");
        assertThatThrownBy(() -> codec.decode("{".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("not JSON");
        assertThatThrownBy(() -> codec.decode(new byte[0])).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void spreadsUsersOverAllPartitionsAndKeepsEachInItsOwn() {
        long used = java.util.stream.Stream.generate(UUID::randomUUID)
                .limit(500)
                .map(id -> Partition.of(id, 8))
                .distinct()
                .count();
        UUID fixed = UUID.fromString("0193495e-0000-7000-8000-000000000001");

        assertThat(used).isEqualTo(8);
        assertThat(Partition.of(fixed, 8)).isEqualTo(Partition.of(fixed, 8));
        assertThat(new Partition(3).routingKey("log.recorded.v1")).isEqualTo("p03.log.recorded.v1");
    }

    private static byte[] json(String version, String data) {
        return """
            {"specversion":"%s","id":"%s","source":"/s","type":"t","subject":"s","time":"%s","partitionkey":"%s",
             "sequence":"1","data":%s}""".formatted(version, UUID.randomUUID(), Instant.EPOCH, UUID.randomUUID(), data)
                .getBytes(StandardCharsets.UTF_8);
    }
}
