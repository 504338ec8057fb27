package org.tallybook.tracker.tracker.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.creation.Creation;
import org.tallybook.tracker.tracker.TrackerTag;
import org.tallybook.tracker.tracker.domain.Tracker;

/** Answers that carry one tracker with its entity tag. */
final class TrackerAnswers {

    private TrackerAnswers() {}

    static Response of(Tracker tracker) {
        return tagged(Response.ok(TrackerResponse.of(tracker)), tracker).build();
    }

    /** 304 when the client has this state already. */
    static Response conditional(Tracker tracker, @Nullable String ifNoneMatch) {
        return new TrackerTag(tracker).isUnchangedFor(ifNoneMatch)
                ? tagged(Response.notModified(), tracker).build()
                : of(tracker);
    }

    /** 201, or 200 for a repeat. The location has no host: this service does not know the one that clients use. */
    static Response of(Creation<Tracker> creation) {
        Tracker tracker = creation.stored();
        String location = "/api/v1/trackers/" + tracker.id().value();
        return creation.isNew()
                ? tagged(
                                Response.status(Response.Status.CREATED)
                                        .header(HttpHeaders.LOCATION, location)
                                        .entity(TrackerResponse.of(tracker)),
                                tracker)
                        .build()
                : of(tracker);
    }

    private static Response.ResponseBuilder tagged(Response.ResponseBuilder answer, Tracker tracker) {
        return answer.header(HttpHeaders.ETAG, new TrackerTag(tracker).header())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
