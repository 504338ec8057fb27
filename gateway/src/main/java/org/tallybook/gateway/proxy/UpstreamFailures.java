package org.tallybook.gateway.proxy;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.tallybook.gateway.exchange.GatewaySlugs;
import org.tallybook.kit.problem.Rejected;

/** Says what an upstream's failure means to a client: 503 not there, 504 too late, 502 answered nonsense. */
final class UpstreamFailures {

    private static final Duration SOON = Duration.ofSeconds(2);

    private UpstreamFailures() {}

    /** Whether no connection could be made, so that nothing of the request was sent. */
    static boolean isUnreachable(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof UnknownHostException;
    }

    static Rejected toProblem(Throwable cause) {
        if (cause instanceof ConnectTimeoutException) {
            return Rejected.because(GatewaySlugs.UPSTREAM_TIMEOUT).retryAfter(SOON);
        }
        if (isUnreachable(cause) || cause instanceof ConnectionPoolTooBusyException) {
            return Rejected.because(GatewaySlugs.UPSTREAM_UNAVAILABLE).retryAfter(SOON);
        }
        return Rejected.because(GatewaySlugs.UPSTREAM_FAILED).retryAfter(SOON);
    }
}
