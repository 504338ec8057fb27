package org.tallybook.kit.test.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractsTest {

    private static final EventContracts CONTRACTS = EventContracts.load();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Added within v1, hence absent from older events: what {@code contracts/README.md} allows under Evolution. */
    private static final Set<String> OPTIONAL = Set.of("choices", "scale", "choice", "goal", "schedule", "pauses");

    static Stream<String> types() {
        return CONTRACTS.types().stream();
    }

    static Stream<Example> examples() {
        return types().flatMap(type -> CONTRACTS.examples(type).stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsValid(Example example) {
        CONTRACTS.assertValid(example.type(), example.json());
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeHasAnExample(String type) {
        assertThat(CONTRACTS.examples(type)).isNotEmpty();
    }

    @Test
    void noTwoExamplesShareAnEventId() {
        assertThat(examples().map(example -> read(example.json()).path("id").asText()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aFieldTheContractDoesNotKnowIsAFaultOfTheProducer(Example example) {
        assertThat(CONTRACTS.violations(CONTRACTS.withUnknownFields(example.json())))
                .anyMatch(fault -> fault.contains("futureattribute"))
                .anyMatch(fault -> fault.contains("futureField"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void noFieldMayBeMissingButTheTrace(Example example) {
        ObjectNode whole = read(example.json());
        for (String attribute : names(whole)) {
            ObjectNode event = whole.deepCopy().without(List.of(attribute));
            assertThat(CONTRACTS.violations(event.toString()).isEmpty())
                    .as("without %s", attribute)
                    .isEqualTo(attribute.equals("traceparent"));
        }
        for (String field : names((ObjectNode) whole.path("data"))) {
            ObjectNode event = whole.deepCopy();
            ((ObjectNode) event.path("data")).remove(field);
            assertThat(CONTRACTS.violations(event.toString()).isEmpty())
                    .as("without data.%s", field)
                    .isEqualTo(OPTIONAL.contains(field));
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "value, -12.5",
                "value, `\"1e3\"`",
                "value, `\"-0.0\"`",
                "value, `\"007\"`",
                "value, `\"12,50\"`",
                "value, `\"\"`",
                "emotion, `\"\"`",
                "emotion, `\"  \"`",
                "description, `\"a\\u0000b\"`",
                "occurredAt, `\"2026-11-01T18:19:00+01:00\"`",
                "occurredAt, 1793556000",
                "occurredAt, `\"2026-13-01T18:19:00Z\"`",
                "zoneId, `\"+01:00\"`",
                "zoneId, null",
                "localDate, `\"2026-02-30\"`",
                "localDate, `[2026,11,1]`",
                "status, `\"done\"`",
                "reminder, `{}`",
                "reminder, `{\"message\":\"x\",\"at\":\"2026-11-03T08:00:00Z\",\"y\":1}`",
                "version, 0",
                "version, `\"1\"`",
                "version, 1.5",
                "logId, `\"019A2F3C-6B7E-7C11-9D3A-5B1F0C2E4A68\"`",
                "trackerId, null"
            })
    void refusesAWrongLog(String field, String wrong) throws JsonProcessingException {
        ObjectNode event =
                read(CONTRACTS.example("log.recorded.v1", "negative-decimal").json());
        ((ObjectNode) event.path("data")).set(field, JSON.readTree(wrong));

        List<String> violations = CONTRACTS.violations(event.toString());

        assertThat(violations).anyMatch(violation -> violation.contains("/data/" + field));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "source, `\"/auth-service\"`",
                "subject, `\"019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68\"`",
                "sequence, 3",
                "sequence, `\"0\"`",
                "partitionkey, `\"019a9d51-00aa-7d02-8f4e-91c6a7b3d210\"`",
                "specversion, `\"1\"`",
                "id, `\"6f1c1a34-8c4e-4b7e-9a53-d7a6b7a5a001\"`",
                "type, `\"log.recorded.v2\"`",
                "time, null",
                "traceparent, `\"00-00000000000000000000000000000000-00f067aa0ba902b7-01\"`",
                "datacontenttype, `\"text/plain\"`",
                "dataschema, `\"https://tallybook.org/contracts/events/log.updated.v1.schema.json\"`"
            })
    void refusesAWrongEnvelope(String attribute, String wrong) throws JsonProcessingException {
        ObjectNode event =
                read(CONTRACTS.example("log.recorded.v1", "negative-decimal").json());
        event.set(attribute, JSON.readTree(wrong));

        List<String> violations = CONTRACTS.violations(event.toString());

        assertThat(violations).anyMatch(violation -> violation.startsWith("/" + attribute));
    }

    @Test
    void aLoginIsKeyedByItsEvent() {
        ObjectNode event =
                read(CONTRACTS.example("user.logged-in.v1", "password").json());
        event.put("id", "019a3a01-5c44-7d10-8e6f-000000000000");

        assertThat(CONTRACTS.violations(event.toString()))
                .singleElement()
                .asString()
                .startsWith("/id: expected");
    }

    @Test
    void theFailureNamesTypeAndEveryFault() {
        assertThatThrownBy(() -> CONTRACTS.assertValid("log.deleted.v1", "{\"type\":\"log.deleted.v1\",\"data\":{}}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Not a valid log.deleted.v1")
                .hasMessageContaining("'logId'")
                .hasMessageContaining("'sequence'");
    }

    @Test
    void anotherTypeThanExpectedAndBrokenJsonAreFaults() {
        String login = CONTRACTS.example("user.logged-in.v1", "password").json();

        assertThatThrownBy(() -> CONTRACTS.assertValid("user.locked.v1", login))
                .hasMessageContaining("/type: expected");
        assertThat(CONTRACTS.violations(login + "{}"))
                .singleElement()
                .asString()
                .startsWith("not JSON");
        assertThat(CONTRACTS.violations("{\"a\":1,\"a\":2}"))
                .singleElement()
                .asString()
                .startsWith("not JSON");
    }

    private static List<String> names(ObjectNode node) {
        return Stream.iterate(node.fieldNames(), names -> names.hasNext(), names -> names)
                .map(names -> names.next())
                .toList();
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
