package org.tallybook.kit.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as it crosses the broker (CloudEvents 1.0). It carries the whole relevant state of its entity and that
 * state's version, so applying it twice, late or out of order changes nothing.
 *
 * @param id of this event, UUIDv7
 * @param source the producing service, such as {@code /tracker-service}
 * @param type such as {@code log.recorded.v1}
 * @param subject id of the entity
 * @param time when it happened, in microseconds
 * @param userId whose data it is; decides the partition
 * @param sequence gapless per source and user, from 1
 * @param traceparent W3C trace context of the request that caused it
 * @param data the entity's state
 */
public record Event(
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        UUID userId,
        long sequence,
        @Nullable String traceparent,
        JsonNode data) {

    public static final String MEDIA_TYPE = "application/cloudevents+json";
}
