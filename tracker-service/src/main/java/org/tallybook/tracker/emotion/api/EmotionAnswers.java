package org.tallybook.tracker.emotion.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.etag.EntityTag;
import org.tallybook.kit.page.Page;
import org.tallybook.tracker.creation.Creation;
import org.tallybook.tracker.emotion.domain.Emotion;
import org.tallybook.tracker.emotion.domain.OwnEmotion;

/** Answers that carry emotions. */
final class EmotionAnswers {

    private EmotionAnswers() {}

    /** The built-in ones and then the user's own, so few that there is only one page. */
    static Page<EmotionResponse> all(List<OwnEmotion> own) {
        List<EmotionResponse> items = Stream.concat(
                        Emotion.BUILT_IN.stream().map(EmotionResponse::of),
                        own.stream().map(EmotionResponse::of))
                .toList();
        return new Page<>(items, null);
    }

    static Response of(OwnEmotion emotion) {
        return tagged(Response.ok(EmotionResponse.of(emotion)), emotion).build();
    }

    /** 304 when the client has this state already. */
    static Response conditional(OwnEmotion emotion, @Nullable String ifNoneMatch) {
        return new EntityTag(emotion.version()).isUnchangedFor(ifNoneMatch)
                ? tagged(Response.notModified(), emotion).build()
                : of(emotion);
    }

    /** 201, or 200 for a repeat. The location has no host: this service does not know the one that clients use. */
    static Response of(Creation<OwnEmotion> creation) {
        OwnEmotion emotion = creation.stored();
        return creation.isNew()
                ? tagged(Response.status(Response.Status.CREATED).entity(EmotionResponse.of(emotion)), emotion)
                        .header(
                                HttpHeaders.LOCATION,
                                "/api/v1/emotions/" + emotion.id().value())
                        .build()
                : of(emotion);
    }

    private static Response.ResponseBuilder tagged(Response.ResponseBuilder answer, OwnEmotion emotion) {
        return answer.header(HttpHeaders.ETAG, new EntityTag(emotion.version()).header())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
