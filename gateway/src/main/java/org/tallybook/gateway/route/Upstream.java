package org.tallybook.gateway.route;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * One instance of a service, with a memory of failed connections. Shared by all event loops; a lost race costs one
 * needless attempt and nothing else.
 */
public final class Upstream {

    /** Short, so that a restarted instance is used again within seconds. */
    private static final Duration EJECTION = Duration.ofSeconds(2);

    private final String host;
    private final int port;
    private final Clock clock;
    private volatile Instant ejectedUntil = Instant.MIN;

    Upstream(URI base, Clock clock) {
        this.host = base.getHost();
        this.port = base.getPort() < 0 ? 80 : base.getPort();
        this.clock = clock;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    /** No connection could be made: others are preferred for a while. */
    public void eject() {
        ejectedUntil = clock.instant().plus(EJECTION);
    }

    boolean available() {
        return !clock.instant().isBefore(ejectedUntil);
    }

    @Override
    public String toString() {
        return "http://" + host + ":" + port;
    }
}
