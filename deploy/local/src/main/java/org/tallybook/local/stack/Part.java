package org.tallybook.local.stack;

/**
 * A server the services need. It is either run by us ({@link EmbeddedPart}) or by the operator ({@link ExternalPart});
 * whoever uses it sees a URL and cannot tell.
 */
public sealed interface Part permits EmbeddedPart, ExternalPart {

    PartKind kind();

    /** Brings the server up, or proves that it can be reached; fails with a {@link StackFailure}. */
    void start();

    /** Stops an embedded server and returns when it is gone; never touches an external one. Safe to repeat. */
    void stop();

    /** Where it listens, with credentials; valid after {@link #start()}. */
    ServerUrl url();

    /** True while the server can be expected to answer. */
    boolean alive();

    /** The process that serves, or 0 when it is not ours. */
    long pid();
}
