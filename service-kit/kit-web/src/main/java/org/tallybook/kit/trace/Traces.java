package org.tallybook.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/** Reads the current W3C trace context. */
public final class Traces {

    private Traces() {}

    /** The 32 hexadecimal digits of the current trace, or null outside one. */
    public static @Nullable String currentId() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid() ? context.getTraceId() : null;
    }

    /** The current context as a {@code traceparent} value (W3C Trace Context, section 3.2), or null outside one. */
    public static @Nullable String currentParent() {
        SpanContext context = Span.current().getSpanContext();
        if (!context.isValid()) {
            return null;
        }
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                + context.getTraceFlags().asHex();
    }
}
