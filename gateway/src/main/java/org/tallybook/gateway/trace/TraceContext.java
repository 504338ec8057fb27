package org.tallybook.gateway.trace;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A W3C trace context (Trace Context level 1, section 3.2).
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param spanId 16 lower-case hexadecimal digits: this hop
 * @param flags two hexadecimal digits; bit 0 is "sampled"
 */
public record TraceContext(String traceId, String spanId, String flags) {

    private static final Pattern PARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Continues a well-formed {@code traceparent} with a span of our own; otherwise starts a trace. */
    public static TraceContext continuing(@Nullable String traceparent) {
        if (traceparent != null) {
            var parent = PARENT.matcher(traceparent);
            if (parent.matches()
                    && !parent.group(1).equals(NO_TRACE)
                    && !parent.group(2).equals(NO_SPAN)) {
                return new TraceContext(parent.group(1), randomHex(8), parent.group(3));
            }
        }
        return new TraceContext(randomHex(16), randomHex(8), "01");
    }

    /** The value of the {@code traceparent} field that goes to the upstream. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
