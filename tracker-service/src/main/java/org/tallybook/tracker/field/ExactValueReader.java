package org.tallybook.tracker.field;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads a value as what it is in JSON: a number digit by digit, a truth, or a text that can be stored. */
public final class ExactValueReader extends StdScalarDeserializer<Object> {

    private static final long serialVersionUID = 1L;
    private static final int LARGEST_SCALE = 1000;

    ExactValueReader() {
        super(Object.class);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> writable(parser.getDecimalValue());
            case VALUE_STRING -> context.readValue(parser, String.class);
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            default -> refuse(parser, context);
        };
    }

    /** 1e999999999 becomes a number that is refused just the same, but whose digits can be written out until then. */
    private static BigDecimal writable(BigDecimal number) {
        int scale = Math.max(-LARGEST_SCALE, Math.min(LARGEST_SCALE, number.scale()));
        return scale == number.scale() ? number : new BigDecimal(number.unscaledValue(), scale);
    }

    /** Past the end of an array the fault is the member's, and not that of the array's first element. */
    private static @Nullable Object refuse(JsonParser parser, DeserializationContext context) throws IOException {
        parser.skipChildren();
        return context.handleUnexpectedToken(Object.class, parser);
    }
}
