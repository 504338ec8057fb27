package org.tallybook.kit.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What ties an envelope to its data, which JSON Schema cannot say: {@code x-source}, {@code x-subject} and
 * {@code x-id} of the type's schema, the schema's own address, and the user as partition key.
 */
record EnvelopeRules(String type, JsonNode schema) {

    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");

    List<String> violations(JsonNode event) {
        List<String> found = new ArrayList<>();
        JsonNode data = event.path("data");
        expect(found, event, "source", schema.path("x-source").asText());
        expect(found, event, "subject", filled("x-subject", data));
        expect(found, event, "dataschema", EventSchemas.BASE + type + ".schema.json");
        expect(found, event, "partitionkey", data.path("userId").asText());
        if (schema.has("x-id")) {
            expect(found, event, "id", filled("x-id", data));
        }
        return found;
    }

    private String filled(String keyword, JsonNode data) {
        String template = schema.path(keyword).asText();
        return FIELD.matcher(template)
                .replaceAll(field -> data.path(field.group(1)).asText());
    }

    private static void expect(List<String> found, JsonNode event, String attribute, String expected) {
        String actual = event.path(attribute).asText();
        if (!actual.equals(expected)) {
            found.add("/" + attribute + ": expected " + expected + " but was " + actual);
        }
    }
}
