package org.tallybook.report.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mail goes out. */
@ConfigMapping(prefix = "tallybook.delivery")
public interface DeliveryConfig {

    /** How long one attempt may hold a mail; longer than rendering and SMTP ever take. */
    @WithDefault("2m")
    Duration lease();

    /** How long the SMTP server may take. */
    @WithDefault("30s")
    Duration timeout();

    /** Wait after the first failure; it doubles with each. */
    @WithDefault("5s")
    Duration firstRetry();

    /** Longest wait between two attempts. */
    @WithDefault("15m")
    Duration longestRetry();

    /** When to give up: a mail server may be away for a weekend. */
    @WithDefault("72h")
    Duration patience();
}
