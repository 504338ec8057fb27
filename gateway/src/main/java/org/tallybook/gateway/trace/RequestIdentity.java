package org.tallybook.gateway.trace;

import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tallybook.gateway.exchange.Answers;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.kit.id.Ids;

/**
 * Names every request: keeps a well-formed {@code X-Request-Id} or makes one, starts or continues the trace, tells both
 * to the upstream and the id to the client. First in the chain, so that even a refused request can be found in a log.
 */
@Singleton
public final class RequestIdentity implements Interceptor {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private final Ids ids;

    RequestIdentity(Ids ids) {
        this.ids = ids;
    }

    @Override
    public void handle(Exchange exchange) {
        String requestId = requestId(exchange.header(REQUEST_ID));
        TraceContext trace = TraceContext.continuing(exchange.header("traceparent"));
        exchange.put(Answers.TRACE_ID, trace.traceId());
        exchange.forwarded().set(REQUEST_ID, requestId);
        exchange.forwarded().set("traceparent", trace.traceparent());
        exchange.onHead(fields -> fields.set(REQUEST_ID, requestId));
        exchange.next();
    }

    private String requestId(@Nullable String given) {
        return given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : ids.next().toString();
    }
}
