package org.tallybook.e2e.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.e2e.client.Await;
import org.tallybook.e2e.client.Ids;
import org.tallybook.e2e.client.Json;
import org.tallybook.e2e.client.Visitor;
import org.tallybook.e2e.model.ExpectedMonth;
import org.tallybook.e2e.model.LogFact;
import org.tallybook.e2e.model.MonthModel;
import org.tallybook.e2e.model.TrackerFact;

/** What one user writes: each step goes to the system and, once acknowledged, into the model of what must be there. */
public final class Diary {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Visitor visitor;
    private final MonthModel model;

    public Diary(Visitor visitor, MonthModel model) {
        this.visitor = visitor;
        this.model = model;
    }

    /** The same model, written to by the same user in another way. */
    public Diary through(Visitor other) {
        return new Diary(other, model);
    }

    public TrackerFact numericTracker(String name, String unit) {
        return tracker(Json.object()
                .put("name", name)
                .put("type", "NUMERIC")
                .put("unit", unit)
                .put("whatToTrack", "how far"));
    }

    public TrackerFact noteTracker(String name) {
        return tracker(Json.object().put("name", name).put("type", "NOTE"));
    }

    public LogFact number(TrackerFact tracker, String number, String emotion, Instant at) {
        return log(tracker, body(emotion, at).put("value", new BigDecimal(number)), Optional.of(number), emotion, at);
    }

    public LogFact note(TrackerFact tracker, String text, String emotion, Instant at) {
        return log(tracker, body(emotion, at).put("value", text), Optional.empty(), emotion, at);
    }

    /** Replaces the number of a log, leaving everything else. */
    public LogFact correct(LogFact log, String number) {
        BigDecimal corrected = new BigDecimal(number);
        visitor.patch(path(log))
                .body("application/merge-patch+json", Json.write(Json.object().put("value", corrected)))
                .send()
                .expect(200);
        LogFact changed = log.withNumber(corrected);
        model.put(changed);
        return changed;
    }

    public LogFact feel(LogFact log, String emotion) {
        visitor.patch(path(log))
                .body("application/merge-patch+json", Json.write(Json.object().put("emotion", emotion)))
                .send()
                .expect(200);
        LogFact changed = log.withEmotion(emotion);
        model.put(changed);
        return changed;
    }

    public void delete(LogFact log) {
        visitor.delete(path(log)).send().expect(204);
        model.deleteLog(log.id());
    }

    public void delete(TrackerFact tracker) {
        visitor.delete("/api/v1/trackers/" + tracker.id()).send().expect(204);
        model.deleteTracker(tracker.id());
    }

    /**
     * The summary, once it is what the model says. How soon that must be is a matter of the benchmark; here the limit
     * only tells late from never.
     */
    public JsonNode awaitRightSummary(YearMonth month) {
        return awaitRightSummary(month, PATIENCE);
    }

    public JsonNode awaitRightSummary(YearMonth month, Duration patience) {
        ExpectedMonth expected = model.month(month);
        Last last = new Last();
        try {
            return Await.value("the right summary", patience, () -> {
                JsonNode summary = summary(month);
                last.differences = expected.differences(summary);
                return last.differences.isEmpty() ? Optional.of(summary) : Optional.empty();
            });
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + "; " + String.join("; ", last.differences), late);
        }
    }

    private static final class Last {
        private List<String> differences = List.of();
    }

    public JsonNode summary(YearMonth month) {
        return visitor.get("/api/v1/reports/monthly/" + month)
                .accept("application/json")
                .send()
                .expect(200)
                .json();
    }

    private TrackerFact tracker(ObjectNode body) {
        UUID id = Ids.next();
        JsonNode created = visitor.post("/api/v1/trackers")
                .json(body.put("id", id.toString()))
                .send()
                .expect(201)
                .json();
        TrackerFact fact = new TrackerFact(
                id,
                body.required("name").asText(),
                body.required("type").asText(),
                body.path("unit").asText(""),
                Instant.parse(created.required("createdAt").asText()));
        model.put(fact);
        return fact;
    }

    private LogFact log(TrackerFact tracker, ObjectNode body, Optional<String> number, String emotion, Instant at) {
        UUID id = Ids.next();
        JsonNode created = visitor.post("/api/v1/trackers/" + tracker.id() + "/logs")
                .json(body.put("id", id.toString()))
                .send()
                .expect(201)
                .json();
        LogFact fact = new LogFact(
                id,
                tracker.id(),
                number.map(BigDecimal::new),
                Optional.of(emotion).filter(felt -> !felt.isEmpty()),
                at,
                Instant.parse(created.required("createdAt").asText()));
        model.put(fact);
        return fact;
    }

    private static ObjectNode body(String emotion, Instant at) {
        ObjectNode body = Json.object().put("occurredAt", at.toString());
        return emotion.isEmpty() ? body : body.put("emotion", emotion);
    }

    private static String path(LogFact log) {
        return "/api/v1/trackers/" + log.trackerId() + "/logs/" + log.id();
    }

    /** For tests that need to know where a month begins. */
    public static Instant noonOf(YearMonth month, int day, ZoneId zone) {
        return month.atDay(day).atTime(12, 0).atZone(zone).toInstant();
    }
}
