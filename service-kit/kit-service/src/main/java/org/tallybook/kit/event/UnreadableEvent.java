package org.tallybook.kit.event;

/** A message that is no event this service understands. It is parked with this reason, never retried, never dropped. */
public class UnreadableEvent extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String reason) {
        super(reason);
    }

    public UnreadableEvent(String reason, Throwable cause) {
        super(reason, cause);
    }
}
