package org.tallybook.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/**
 * Notes a faulty member and reads on, so that a client learns of every fault at once. Works only where the reader put a
 * {@link FieldErrors} into the attributes ({@link StrictReader} does and refuses the result if anything was noted);
 * elsewhere Jackson's own exception stands.
 */
final class CollectingProblemHandler extends DeserializationProblemHandler {

    static final String ATTRIBUTE = "tallybook.field-errors";

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object bean,
            String property)
            throws IOException {
        FieldErrors errors = errors(context);
        if (errors == null) {
            return false;
        }
        errors.add(path(memberAt(parser)), FieldCode.UNKNOWN_FIELD);
        parser.skipChildren();
        return true;
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message)
            throws IOException {
        if (!note(context, parser, FieldCode.WRONG_TYPE)) {
            return NOT_HANDLED;
        }
        parser.skipChildren();
        return empty(context, type);
    }

    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String message) {
        FieldCode code = type.isEnum() || type == String.class ? FieldCode.INVALID_VALUE : FieldCode.INVALID_FORMAT;
        return note(context, context.getParser(), code) ? empty(context, context.constructType(type)) : NOT_HANDLED;
    }

    @Override
    public Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value, String message) {
        return note(context, context.getParser(), FieldCode.WRONG_TYPE)
                ? empty(context, context.constructType(type))
                : NOT_HANDLED;
    }

    private static boolean note(DeserializationContext context, JsonParser parser, FieldCode code) {
        FieldErrors errors = errors(context);
        String path = path(memberAt(parser));
        if (errors == null || path.isEmpty()) {
            return false;
        }
        errors.add(path, code);
        return true;
    }

    /** At the start of an array the parser is inside it already, but the faulty member is the array. */
    private static JsonStreamContext memberAt(JsonParser parser) {
        JsonStreamContext here = parser.getParsingContext();
        return parser.currentToken() == JsonToken.START_ARRAY ? here.getParent() : here;
    }

    private static @Nullable FieldErrors errors(DeserializationContext context) {
        return (FieldErrors) context.getAttribute(ATTRIBUTE);
    }

    @SuppressWarnings("NullAway") // Jackson takes null as "this value"
    private static Object empty(DeserializationContext context, JavaType type) {
        if (!type.isPrimitive()) {
            return null;
        }
        return type.getRawClass() == boolean.class ? (Object) false : (Object) 0;
    }

    static String path(JsonStreamContext place) {
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext at = place; at != null && !at.inRoot(); at = at.getParent()) {
            String step = at.inArray() ? "[" + at.getCurrentIndex() + "]" : at.getCurrentName();
            if (step == null) {
                continue;
            }
            boolean dotted = path.length() > 0 && path.charAt(0) != '[';
            path.insert(0, dotted ? step + "." : step);
        }
        return path.toString();
    }
}
