package org.tallybook.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tallybook.local.stack.StackFailure;

/**
 * Brings the demo user's trackers and entries to what a year until now should hold. Entries that exist are left alone,
 * even when somebody changed them; so a second run adds nothing but the days that have passed.
 */
public final class DemoLoader {

    private static final int PARALLEL = 4;
    private static final int REPORT_EVERY = 200;
    private static final int CONFLICT = 409;

    private final DemoApi api;
    private final DemoAccount account;
    private final Clock clock;
    private final Consumer<String> progress;

    /**
     * @param url of the gateway
     * @param mailDirectory where the verification mail lands; empty when it goes to a real server
     */
    public DemoLoader(String url, String mailDirectory, Clock clock, Consumer<String> progress) {
        this.api = new DemoApi(url);
        this.account = new DemoAccount(api, mailDirectory);
        this.clock = clock;
        this.progress = progress;
    }

    /** Returns how many entries were added. */
    public int load() {
        DemoIds ids = new DemoIds(account.enter());
        progress.accept("signed in as " + DemoUser.LOGIN);
        LocalDate today = LocalDate.ofInstant(clock.instant(), DemoUser.ZONE);
        List<Runnable> missing = new ArrayList<>();
        AtomicInteger added = new AtomicInteger();
        for (DemoTracker tracker : DemoTracker.values()) {
            UUID id = ids.of(Instant.EPOCH, tracker.name());
            create(tracker, id);
            Set<String> present = present(id);
            today.minusYears(1)
                    .datesUntil(today.plusDays(1))
                    .forEach(day -> missing.addAll(posts(tracker, day, id, ids, present, added)));
        }
        progress.accept(DemoTracker.values().length + " trackers, " + missing.size() + " entries to add");
        run(missing);
        return added.get();
    }

    private void create(DemoTracker tracker, UUID id) {
        Map<String, Object> body = new HashMap<>();
        body.put("id", id.toString());
        body.put("name", tracker.title());
        body.put("description", tracker.description());
        body.put("type", tracker.type());
        body.put("color", tracker.color());
        body.put("icon", tracker.icon());
        body.put("tags", tracker.tags());
        if (!tracker.unit().isEmpty()) {
            body.put("whatToTrack", tracker.whatToTrack());
            body.put("unit", tracker.unit());
        }
        DemoApi.Answer answer = api.post("/api/v1/trackers", body);
        if (!answer.ok() && answer.status() != CONFLICT) {
            throw new StackFailure(
                    "The demo tracker " + tracker.title() + " cannot be made (" + answer.explanation() + ").");
        }
    }

    private Set<String> present(UUID tracker) {
        Set<String> ids = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = api.get("/api/v1/trackers/" + tracker + "/logs?limit=200" + cursor)
                    .body();
            page.path("items").forEach(log -> ids.add(log.path("id").asText()));
            JsonNode next = page.path("nextCursor");
            cursor = next.isTextual() ? "&cursor=" + encode(next.asText()) : "";
        } while (!cursor.isEmpty());
        return ids;
    }

    private List<Runnable> posts(
            DemoTracker tracker, LocalDate day, UUID trackerId, DemoIds ids, Set<String> present, AtomicInteger added) {
        List<DemoEntry> entries = tracker.on(day);
        List<Runnable> posts = new ArrayList<>();
        for (int number = 0; number < entries.size(); number++) {
            DemoEntry entry = entries.get(number);
            Instant at = entry.at().atZone(DemoUser.ZONE).toInstant();
            String id = ids.of(at, tracker.name() + "|" + day + "|" + number).toString();
            if (at.isBefore(clock.instant()) && !present.contains(id)) {
                posts.add(() -> post(trackerId, id, at, entry, added));
            }
        }
        return posts;
    }

    private void post(UUID tracker, String id, Instant at, DemoEntry entry, AtomicInteger added) {
        Map<String, Object> body = new HashMap<>();
        body.put("id", id);
        body.put("occurredAt", at.atOffset(ZoneOffset.UTC).toString());
        body.put("zoneId", DemoUser.ZONE.getId());
        body.put("value", entry.value());
        putIfSaid(body, "description", entry.description().isEmpty() ? null : entry.description());
        putIfSaid(body, "emotion", entry.emotion());
        String path = "/api/v1/trackers/" + tracker + "/logs";
        String used = api.token();
        DemoApi.Answer answer = api.post(path, body);
        if (DemoApi.signedOut(answer)) {
            enterAgain(used);
            answer = api.post(path, body);
        }
        if (!answer.ok() && answer.status() != CONFLICT) {
            throw new StackFailure("A demo entry was refused (" + answer.explanation() + ").");
        }
        int count = added.incrementAndGet();
        if (count % REPORT_EVERY == 0) {
            progress.accept(count + " entries");
        }
    }

    /** Several threads find the same token expired; only the first logs in again. */
    private synchronized void enterAgain(String expired) {
        if (api.token().equals(expired)) {
            account.enterAgain();
        }
    }

    private static void putIfSaid(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private static void run(List<Runnable> posts) {
        ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
        try {
            List<Future<?>> futures =
                    posts.stream().<Future<?>>map(threads::submit).toList();
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
