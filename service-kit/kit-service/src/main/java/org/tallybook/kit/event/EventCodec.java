package org.tallybook.kit.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the JSON form of events. Its mapper is its own: the contract does not change when the HTTP mapper
 * does. Unknown attributes are ignored, as CloudEvents and our rule for v1 demand; missing ones are not forgiven.
 */
@ApplicationScoped
public class EventCodec {

    private static final String SCHEMAS = "https://tallybook.org/contracts/events/";

    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
            .build();

    /** The data of an event as text, as the outbox stores it. */
    public String encodeData(Object data) {
        try {
            return mapper.writeValueAsString(data);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("event data cannot be written as JSON", unwritable);
        }
    }

    public JsonNode decodeData(String data) {
        try {
            return mapper.readTree(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the outbox holds data that is not JSON", impossible);
        }
    }

    public byte[] encode(Event event) {
        ObjectNode json = mapper.createObjectNode();
        json.put("specversion", "1.0");
        json.put("id", event.id().toString());
        json.put("source", event.source());
        json.put("type", event.type());
        json.put("subject", event.subject());
        json.put("time", event.time().toString());
        json.put("datacontenttype", "application/json");
        json.put("dataschema", SCHEMAS + event.type() + ".schema.json");
        json.put("partitionkey", event.userId().toString());
        json.put("sequence", Long.toString(event.sequence()));
        if (event.traceparent() != null) {
            json.put("traceparent", event.traceparent());
        }
        json.set("data", event.data());
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws UnreadableEvent with the reason an operator will read */
    public Event decode(byte[] body) throws UnreadableEvent {
        JsonNode json = parse(body);
        if (!"1.0".equals(text(json, "specversion"))) {
            throw new UnreadableEvent("specversion is not 1.0");
        }
        try {
            return new Event(
                    UUID.fromString(text(json, "id")),
                    text(json, "source"),
                    text(json, "type"),
                    text(json, "subject"),
                    instant(text(json, "time")),
                    UUID.fromString(text(json, "partitionkey")),
                    Long.parseLong(text(json, "sequence")),
                    optional(json, "traceparent"),
                    object(json, "data"));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new UnreadableEvent("malformed attribute: " + malformed.getMessage(), malformed);
        }
    }

    /** Binds an event's data to the record that a consumer works with. */
    public <T> T dataAs(Event event, Class<T> type) throws UnreadableEvent {
        try {
            return mapper.treeToValue(event.data(), type);
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            throw new UnreadableEvent("data of " + event.type() + ": " + malformed.getMessage(), malformed);
        }
    }

    private JsonNode parse(byte[] body) throws UnreadableEvent {
        try {
            JsonNode json = mapper.readTree(body);
            if (json == null || !json.isObject()) {
                throw new UnreadableEvent("not a JSON object");
            }
            return json;
        } catch (IOException malformed) {
            throw new UnreadableEvent("not JSON: " + malformed.getMessage(), malformed);
        }
    }

    private static String text(JsonNode json, String attribute) throws UnreadableEvent {
        JsonNode value = json.get(attribute);
        if (value == null || !value.isTextual() || value.asText().isBlank()) {
            throw new UnreadableEvent("attribute " + attribute + " is missing");
        }
        return value.asText();
    }

    private static @Nullable String optional(JsonNode json, String attribute) {
        JsonNode value = json.get(attribute);
        return value == null || !value.isTextual() ? null : value.asText();
    }

    private static JsonNode object(JsonNode json, String attribute) throws UnreadableEvent {
        JsonNode value = json.get(attribute);
        if (value == null || !value.isObject()) {
            throw new UnreadableEvent("attribute " + attribute + " is missing");
        }
        return value;
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
