package org.tallybook.local.stack;

import java.util.Set;

/** The kinds of server, with the variable that names a real one and the URL schemes it may carry. */
public enum PartKind {
    POSTGRES("postgres", "PostgreSQL", "TALLYBOOK_PG_URL", 5432, Set.of("postgresql", "postgres")),
    REDIS("redis", "Redis", "TALLYBOOK_REDIS_URL", 6379, Set.of("redis")),
    BROKER("broker", "The AMQP broker", "TALLYBOOK_AMQP_URL", 5672, Set.of("amqp")),
    MAIL("mail", "The mail server", "TALLYBOOK_SMTP_URL", 25, Set.of("smtp", "smtps"));

    private final String label;
    private final String title;
    private final String variable;
    private final int defaultPort;
    private final Set<String> schemes;

    PartKind(String label, String title, String variable, int defaultPort, Set<String> schemes) {
        this.label = label;
        this.title = title;
        this.variable = variable;
        this.defaultPort = defaultPort;
        this.schemes = schemes;
    }

    /** The word used on the command line, in tables and in file names. */
    public String label() {
        return label;
    }

    /** How a sentence about it begins. */
    public String title() {
        return title;
    }

    public String variable() {
        return variable;
    }

    int defaultPort() {
        return defaultPort;
    }

    Set<String> schemes() {
        return schemes;
    }
}
