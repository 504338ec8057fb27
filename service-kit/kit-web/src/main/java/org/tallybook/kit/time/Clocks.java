package org.tallybook.kit.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The only source of the current time. Tests replace it with a clock they can set. */
class Clocks {

    @Produces
    @Singleton
    @DefaultBean
    Clock systemClock() {
        return new MicrosecondClock(Clock.systemUTC());
    }
}
