package org.tallybook.auth.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mails leave. */
@ConfigMapping(prefix = "tallybook.mail")
public interface MailConfig {

    /** Longest wait for the mail server to take one mail. */
    @WithDefault("30s")
    Duration timeout();

    /** Mails taken at once; {@link #timeout} times this stays below {@link #lease}. */
    @WithDefault("5")
    int batch();

    /** After this long without a word, mails of a replica that died are sent by another. */
    @WithDefault("3m")
    Duration lease();

    /** Links of one kind that one address is mailed in an hour. */
    @WithDefault("5")
    int linksPerHour();

    /** The same for links to reset a password. */
    @WithDefault("3")
    int resetsPerHour();
}
