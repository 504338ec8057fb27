package org.tallybook.tracker.log.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.etag.EntityTag;
import org.tallybook.tracker.creation.Creation;
import org.tallybook.tracker.log.domain.LogEntry;

/** Answers that carry one log with its entity tag. */
final class LogAnswers {

    private LogAnswers() {}

    static Response of(LogEntry entry) {
        return tagged(Response.ok(LogResponse.of(entry)), entry).build();
    }

    /** 304 when the client has this state already. */
    static Response conditional(LogEntry entry, @Nullable String ifNoneMatch) {
        return new EntityTag(entry.version()).isUnchangedFor(ifNoneMatch)
                ? tagged(Response.notModified(), entry).build()
                : of(entry);
    }

    /** 201, or 200 for a repeat. The location has no host: this service does not know the one that clients use. */
    static Response of(Creation<LogEntry> creation) {
        LogEntry entry = creation.stored();
        return creation.isNew()
                ? tagged(
                                Response.status(Response.Status.CREATED)
                                        .header(HttpHeaders.LOCATION, location(entry))
                                        .entity(LogResponse.of(entry)),
                                entry)
                        .build()
                : of(entry);
    }

    private static String location(LogEntry entry) {
        return "/api/v1/trackers/" + entry.trackerId().value() + "/logs/"
                + entry.id().value();
    }

    private static Response.ResponseBuilder tagged(Response.ResponseBuilder answer, LogEntry entry) {
        return answer.header(HttpHeaders.ETAG, new EntityTag(entry.version()).header())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
