package org.tallybook.e2e.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.tallybook.e2e.client.Answer;
import org.tallybook.e2e.client.Await;
import org.tallybook.e2e.client.Call;
import org.tallybook.e2e.client.Ids;
import org.tallybook.e2e.client.Json;
import org.tallybook.e2e.client.Visitor;
import org.tallybook.e2e.model.LogFact;
import org.tallybook.e2e.model.MonthModel;
import org.tallybook.e2e.model.TrackerFact;

/**
 * A client that does not give up: records, corrects and deletes logs one after the other, and repeats each step, with
 * the same id, until it is acknowledged. What is acknowledged goes into the model.
 */
public final class Writer implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 15;
    private static final long RETRY_MILLIS = 100;
    private static final List<String> EMOTIONS = List.of("HAPPY", "CALM", "TIRED", "STRESSED");

    private final Visitor visitor;
    private final TrackerFact tracker;
    private final MonthModel model;
    private final Random random;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final List<LogFact> mine = new ArrayList<>();
    private volatile boolean enough;

    public Writer(Visitor visitor, TrackerFact tracker, MonthModel model, long seed) {
        this.visitor = visitor;
        this.tracker = tracker;
        this.model = model;
        this.random = new Random(seed);
    }

    /** Fails if an answer is one that no crash explains, or if a step is not acknowledged in time. */
    @Override
    public void run() {
        while (!enough) {
            int dice = random.nextInt(10);
            if (dice < 7 || mine.isEmpty()) {
                create();
            } else if (dice < 9) {
                correct();
            } else {
                delete();
            }
            Await.pause(PAUSE_MILLIS);
        }
    }

    public void stop() {
        enough = true;
    }

    public int acknowledged() {
        return acknowledged.get();
    }

    /** How often something had to be sent again. */
    public int repeated() {
        return repeated.get();
    }

    private void create() {
        UUID id = Ids.next();
        BigDecimal number = number();
        String emotion = EMOTIONS.get(random.nextInt(EMOTIONS.size()));
        Instant at = Instant.now().minus(Duration.ofMinutes(random.nextInt(60 * 24 * 40)));
        ObjectNode body = Json.object()
                .put("id", id.toString())
                .put("value", number)
                .put("emotion", emotion)
                .put("occurredAt", at.toString());
        JsonNode created = untilAcknowledged(() -> visitor.post(logs()).json(body), 200, 201);
        Instant createdAt = Instant.parse(created.required("createdAt").asText());
        keep(new LogFact(id, tracker.id(), Optional.of(number), Optional.of(emotion), at, createdAt));
    }

    private void correct() {
        LogFact log = mine.remove(random.nextInt(mine.size()));
        BigDecimal number = number();
        String patch = Json.write(Json.object().put("value", number));
        untilAcknowledged(
                () -> visitor.patch(logs() + "/" + log.id()).body("application/merge-patch+json", patch), 200, 200);
        keep(log.withNumber(number));
    }

    private void delete() {
        LogFact log = mine.remove(random.nextInt(mine.size()));
        untilAcknowledged(() -> visitor.delete(logs() + "/" + log.id()), 204, 404);
        model.deleteLog(log.id());
    }

    private void keep(LogFact log) {
        mine.add(log);
        model.put(log);
    }

    /** @param repeatedly the status that is as good, but only when the first attempt may have been carried out */
    private JsonNode untilAcknowledged(Step step, int status, int repeatedly) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 0; ; attempt++) {
            Optional<Answer> answer = attempt(step.call());
            if (answer.isPresent()) {
                acknowledged.incrementAndGet();
                int[] good = attempt == 0 ? first(status, repeatedly) : new int[] {status, repeatedly};
                Answer last = answer.get().expect(good);
                return last.status() == 204 || last.status() == 404 ? Json.object() : last.json();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no acknowledgement within " + PATIENCE.toSeconds() + " s");
            }
            repeated.incrementAndGet();
            Await.pause(RETRY_MILLIS);
        }
    }

    private static int[] first(int status, int repeatedly) {
        return repeatedly == 404 ? new int[] {status} : new int[] {Math.max(status, repeatedly)};
    }

    /** Empty if the client cannot know whether it was carried out. */
    private static Optional<Answer> attempt(Call call) {
        try {
            return Optional.of(call.send()).filter(answer -> answer.status() < 500);
        } catch (UncheckedIOException cut) {
            return Optional.empty();
        }
    }

    private BigDecimal number() {
        return BigDecimal.valueOf(random.nextInt(20_000) - 10_000L, 2);
    }

    private String logs() {
        return "/api/v1/trackers/" + tracker.id() + "/logs";
    }

    @FunctionalInterface
    private interface Step {
        Call call();
    }
}
