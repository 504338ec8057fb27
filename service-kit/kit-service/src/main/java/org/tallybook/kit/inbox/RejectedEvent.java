package org.tallybook.kit.inbox;

import org.tallybook.kit.event.Event;

/** A consumer's verdict that one event of a batch can never be applied. It is parked with the reason. */
public class RejectedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Event event;

    public RejectedEvent(Event event, String reason) {
        super(reason, null, false, false);
        this.event = event;
    }

    public Event event() {
        return event;
    }
}
