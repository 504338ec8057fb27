package org.tallybook.kit.outbox;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Wakes the relay after every successful write: the use case has committed by the time its answer is filtered. */
public final class RelayWakeUp {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Relay relay;

    public RelayWakeUp(Relay relay) {
        this.relay = relay;
    }

    @ServerResponseFilter
    public void wake(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400 && !SAFE.contains(request.getMethod())) {
            relay.wake();
        }
    }
}
