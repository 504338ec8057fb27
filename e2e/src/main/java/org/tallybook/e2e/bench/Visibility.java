package org.tallybook.e2e.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.e2e.client.Await;
import org.tallybook.e2e.client.Ids;
import org.tallybook.e2e.client.Json;
import org.tallybook.e2e.client.Person;

/**
 * How long it takes until a log is counted in the month: one log at a time, at a steady rate, and after each the summary
 * is read again and again until it counts it. The reading is part of the figure, as it is for a person who looks.
 */
final class Visibility {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Person person;
    private final String month = "/api/v1/reports/monthly/" + YearMonth.now(ZoneOffset.UTC);
    private final UUID tracker = Ids.next();

    Visibility(Person person) {
        this.person = person;
        person.post("/api/v1/trackers")
                .json(Json.object()
                        .put("id", tracker.toString())
                        .put("name", "Bench " + Ids.label())
                        .put("type", "NUMERIC")
                        .put("whatToTrack", "how fast it shows")
                        .put("unit", "times"))
                .send()
                .expect(201);
    }

    record Figures(Percentiles fromSending, Percentiles fromAcknowledgement) {}

    /** @param pace between the beginnings of two writes, unless one takes longer */
    Figures measure(int writes, Duration pace) {
        long[] sent = new long[writes];
        long[] acknowledged = new long[writes];
        long counted = counted();
        long next = System.nanoTime();
        for (int i = 0; i < writes; i++) {
            long begin = System.nanoTime();
            write(i);
            long answered = System.nanoTime();
            awaitCounted(counted + i + 1);
            long visible = System.nanoTime();
            sent[i] = visible - begin;
            acknowledged[i] = visible - answered;
            next += pace.toNanos();
            Await.pause(Math.max(0, (next - System.nanoTime()) / 1_000_000));
        }
        return new Figures(new Percentiles(sent), new Percentiles(acknowledged));
    }

    private void write(int number) {
        person.post("/api/v1/trackers/" + tracker + "/logs")
                .json(Json.object()
                        .put("id", Ids.next().toString())
                        .put("value", number)
                        .put("emotion", "CALM"))
                .send()
                .expect(201);
    }

    private void awaitCounted(long logs) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (counted() < logs) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("log " + logs + " was not counted within " + PATIENCE);
            }
        }
    }

    private long counted() {
        return Optional.of(person.get(month).accept("application/json").send())
                .filter(answer -> answer.status() == 200)
                .map(answer -> answer.json())
                .map((JsonNode summary) -> summary.required("totalLogs").asLong())
                .orElse(0L);
    }
}
