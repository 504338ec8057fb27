package org.tallybook.kit.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JSON Schemas of a folder, compiled on demand; nothing is ever fetched over the network. */
final class EventSchemas {

    static final String BASE = "https://tallybook.org/contracts/events/";
    private static final String SUFFIX = ".schema.json";

    private final Map<String, JsonNode> documents;
    private final JsonSchemaFactory factory;
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    EventSchemas(Path folder) {
        this.documents = read(folder);
        Map<String, String> sources = documents.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> BASE + e.getKey() + SUFFIX, e -> e.getValue().toString()));
        JsonMetaSchema dialect = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .keyword(new NonValidationKeyword("x-source"))
                .keyword(new NonValidationKeyword("x-subject"))
                .keyword(new NonValidationKeyword("x-id"))
                .build();
        this.factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.metaSchema(dialect).schemaLoaders(loaders -> loaders.schemas(sources)));
    }

    private static Map<String, JsonNode> read(Path folder) {
        ObjectMapper json = new ObjectMapper();
        Map<String, JsonNode> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                String name = file.getFileName().toString();
                found.put(name.substring(0, name.length() - SUFFIX.length()), json.readTree(file.toFile()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the schemas in " + folder, e);
        }
        return found;
    }

    /** Schema documents by file name without the suffix: {@code envelope}, {@code log.recorded.v1}… */
    Map<String, JsonNode> documents() {
        return documents;
    }

    List<String> violations(String schema, JsonNode instance, String where) {
        JsonSchema compiled = factory.getSchema(SchemaLocation.of(BASE + schema + SUFFIX), config);
        return compiled.validate(instance).stream()
                .map(message -> where + at(message) + ": " + text(message))
                .sorted()
                .toList();
    }

    private static String at(ValidationMessage message) {
        return message.getInstanceLocation().toString();
    }

    private static String text(ValidationMessage message) {
        String location = message.getInstanceLocation().toString() + ": ";
        String text = message.getMessage();
        return text.startsWith(location) ? text.substring(location.length()) : text;
    }
}
