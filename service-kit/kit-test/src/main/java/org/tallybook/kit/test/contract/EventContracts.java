package org.tallybook.kit.test.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The event contracts of {@code contracts/events} for a test of either side.
 *
 * <p>A <em>producer</em> passes the exact text it would send to {@link #assertValid(String, String)}: the schemas
 * are strict, so a field the contract does not know is a fault. A <em>consumer</em> applies every {@link #examples}
 * and the same {@link #withUnknownFields with fields it does not know}, which it must ignore.
 */
public final class EventContracts {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path folder;
    private final EventSchemas schemas;

    private EventContracts(Path folder) {
        this.folder = folder;
        this.schemas = new EventSchemas(folder);
    }

    /** The contracts of this checkout. */
    public static EventContracts load() {
        return new EventContracts(Repository.root().resolve("contracts/events"));
    }

    /** Every event type that has a schema. */
    public SortedSet<String> types() {
        SortedSet<String> types = new TreeSet<>(schemas.documents().keySet());
        types.removeAll(List.of("envelope", "common"));
        return types;
    }

    /** All examples of a type, by name; empty if there are none. */
    public List<Example> examples(String type) {
        Path examples = folder.resolve("examples").resolve(type);
        if (!Files.isDirectory(examples)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(examples)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> Example.read(type, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One example by type and name. */
    public Example example(String type, String name) {
        return examples(type).stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No example " + type + "/" + name));
    }

    /** What is wrong with an event, in words; empty if it keeps the contract. */
    public List<String> violations(String eventJson) {
        JsonNode event;
        try {
            event = JSON.readTree(eventJson);
        } catch (JsonProcessingException e) {
            return List.of("not JSON: " + e.getOriginalMessage());
        }
        List<String> found = new ArrayList<>(schemas.violations("envelope", event, ""));
        String type = event.path("type").asText();
        JsonNode schema = schemas.documents().get(type);
        if (schema != null && types().contains(type)) {
            found.addAll(schemas.violations(type, event.path("data"), "/data"));
            found.addAll(new EnvelopeRules(type, schema).violations(event));
        }
        return found;
    }

    /**
     * Fails unless the text is a valid event of this type.
     *
     * @throws AssertionError listing every violation and the event
     */
    public void assertValid(String type, String eventJson) {
        List<String> found = new ArrayList<>(violations(eventJson));
        if (found.isEmpty() && !parsed(eventJson).path("type").asText().equals(type)) {
            found.add("/type: expected " + type);
        }
        if (!found.isEmpty()) {
            throw new AssertionError("Not a valid " + type + ":\n  " + String.join("\n  ", found) + "\n" + eventJson);
        }
    }

    /** Fails unless the text is a valid event of whatever type it names. */
    public void assertValid(String eventJson) {
        List<String> found = violations(eventJson);
        if (!found.isEmpty()) {
            throw new AssertionError("Not a valid event:\n  " + String.join("\n  ", found) + "\n" + eventJson);
        }
    }

    /** The event as a later producer of the same version may send it: with optional fields nobody knows yet. */
    public String withUnknownFields(String eventJson) {
        ObjectNode event = (ObjectNode) parsed(eventJson);
        event.put("futureattribute", "x");
        ((ObjectNode) event.path("data")).putObject("futureField").put("deep", true);
        return event.toString();
    }

    private static JsonNode parsed(String eventJson) {
        try {
            return JSON.readTree(eventJson);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
