package org.tallybook.gateway;

import jakarta.inject.Singleton;
import java.util.List;
import org.tallybook.gateway.access.DoorLog;
import org.tallybook.gateway.cors.Cors;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.gateway.guard.FramingGuard;
import org.tallybook.gateway.guard.HostGuard;
import org.tallybook.gateway.guard.PathGuard;
import org.tallybook.gateway.guard.UntrustedFields;
import org.tallybook.gateway.trace.RequestIdentity;
import org.tallybook.gateway.web.SecurityHeaders;

/**
 * The steps until a request is well-formed and may ask at all. Those that edit heads come before those that refuse, so
 * that a refusal can be traced and read; a preflight is answered in {@link Cors} and sees no later step.
 */
@Singleton
record Entrance(
        RequestIdentity identity,
        DoorLog log,
        SecurityHeaders securityHeaders,
        FramingGuard framing,
        Cors cors,
        HostGuard hosts,
        PathGuard paths,
        UntrustedFields untrusted) {

    /** Also for what the HTTP decoder could not read. */
    List<Interceptor> naming() {
        return List.of(identity, log, securityHeaders);
    }

    List<Interceptor> steps() {
        return List.of(identity, log, securityHeaders, framing, cors, hosts, paths, untrusted);
    }
}
