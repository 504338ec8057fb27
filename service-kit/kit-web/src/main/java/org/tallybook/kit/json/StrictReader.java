package org.tallybook.kit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Reads a body into a request record and validates it; the answer to a bad one names every faulty field. */
@ApplicationScoped
public class StrictReader {

    private final ObjectMapper mapper;
    private final Validator validator;

    public StrictReader(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * @param body JSON in UTF-8
     * @param type the record to read
     * @throws Rejected {@code invalid-json} if it is not JSON, {@code invalid-request} with all faulty fields
     */
    public Object read(byte[] body, Type type) {
        JavaType target = mapper.constructType(type);
        return target.hasRawClass(Parsed.class)
                ? parsed(parse(body), target.containedType(0))
                : bind(parse(body), target);
    }

    /** As {@link #read}, from a tree that was already parsed, such as a merged patch. */
    public <T> T convert(ObjectNode tree, Class<T> type) {
        return type.cast(bind(tree, mapper.constructType(type)));
    }

    /** As {@link #convert}, but leaves the faults to whoever judges the rest. */
    @SuppressWarnings("unchecked")
    public <T> Parsed<T> tryToConvert(ObjectNode tree, Class<T> type) {
        return (Parsed<T>) parsed(tree, mapper.constructType(type));
    }

    /** The tree of a stored representation, for a patch to be merged into. */
    public ObjectNode toTree(Object representation) {
        return mapper.valueToTree(representation);
    }

    private JsonNode parse(byte[] body) {
        try {
            JsonNode tree = mapper.readTree(utf8(body));
            if (tree == null || tree.isMissingNode() || tree.isNull()) {
                throw Rejected.because(KitSlugs.INVALID_JSON);
            }
            return tree;
        } catch (JsonProcessingException malformed) {
            throw malformed(malformed);
        } catch (IOException notUtf8) {
            throw Rejected.because(KitSlugs.INVALID_JSON);
        }
    }

    private Object bind(JsonNode tree, JavaType target) {
        FieldErrors errors = new FieldErrors();
        Object value = bindAndCheck(tree, target, errors);
        errors.verify();
        return value;
    }

    private Parsed<Object> parsed(JsonNode tree, JavaType target) {
        FieldErrors errors = new FieldErrors();
        return new Parsed<>(bindAndCheck(tree, target, errors), errors.asList());
    }

    private Object bindAndCheck(JsonNode tree, JavaType target, FieldErrors errors) {
        Object value = bindAround(tree, target, errors);
        if (!(value instanceof JsonNode)) {
            validator.validate(value).forEach(violation -> errors.add(Violations.of(violation)));
        }
        if (value instanceof Checkable request) {
            request.check(errors);
        }
        return value;
    }

    /**
     * Jackson stops at a value that it cannot coerce. Each such value is noted, taken out of the tree, and the rest is
     * bound again; every round takes one value away, so the rounds end.
     */
    private Object bindAround(JsonNode tree, JavaType target, FieldErrors errors) {
        ObjectReader reader = mapper.readerFor(target).withAttribute(CollectingProblemHandler.ATTRIBUTE, errors);
        while (true) {
            try {
                Object value = reader.readValue(tree);
                if (value == null) {
                    errors.verify();
                    throw Rejected.because(KitSlugs.INVALID_JSON);
                }
                return value;
            } catch (JsonMappingException mismatch) {
                if (!Violations.takeOut(mismatch, tree)) {
                    throw Rejected.because(KitSlugs.INVALID_JSON);
                }
                errors.add(Violations.path(mismatch), FieldCode.WRONG_TYPE);
            } catch (IOException impossible) {
                throw new IllegalStateException("reading a tree failed", impossible);
            }
        }
    }

    private static Rejected malformed(JsonProcessingException failure) {
        String text = failure.getOriginalMessage();
        if (!text.startsWith("Duplicate field '")) {
            return Rejected.because(KitSlugs.INVALID_JSON);
        }
        String name = text.substring(text.indexOf('\'') + 1, text.lastIndexOf('\''));
        return Rejected.field(name, FieldCode.DUPLICATE);
    }

    private static String utf8(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }
}
