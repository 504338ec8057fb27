package org.tallybook.kit.inbox;

import org.jspecify.annotations.Nullable;
import org.tallybook.kit.event.Event;

/**
 * A delivery on its way through a batch.
 *
 * @param tag delivery tag on its channel
 * @param routingKey as it arrived
 * @param body as it arrived
 * @param event the decoded event, null if it could not be read
 * @param reason why it is parked, null unless it is
 */
record Message(
        long tag,
        String routingKey,
        byte[] body,
        @Nullable Event event,
        @Nullable String reason) {

    Message parkedBecause(String why) {
        return new Message(tag, routingKey, body, event, why);
    }

    boolean isParked() {
        return reason != null;
    }
}
