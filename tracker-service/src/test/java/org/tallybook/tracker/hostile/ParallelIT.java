package org.tallybook.tracker.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tallybook.tracker.ServiceIT;

/** Many at once lose nothing and do nothing twice. */
@QuarkusTest
class ParallelIT extends ServiceIT {

    private static final int MANY = 16;

    @Test
    void ofUpdatesOfOneVersionExactlyOneWins() throws Exception {
        String path = "/api/v1/trackers/" + created(note("Diary"));
        String tag = as(user).get(path).header("ETag");

        List<Integer> answers = all(i -> as(user).header("If-Match", tag)
                .body("{\"name\":\"N" + i + "\"}")
                .patch(path));

        assertThat(answers).containsOnly(200, 412);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
        as(user).get(path).then().body("version", equalTo(2));
    }

    @Test
    void patchesOfDifferentFieldsAreAllKept() throws Exception {
        String path = "/api/v1/trackers/" + created(numeric("Run"));
        List<String> patches = List.of(
                "{\"name\":\"Walk\"}",
                "{\"unit\":\"mi\"}",
                "{\"color\":\"teal\"}",
                "{\"icon\":\"x\"}",
                "{\"archived\":true}",
                "{\"description\":\"d\"}",
                "{\"tags\":[\"t\"]}",
                "{\"whatToTrack\":\"Way\"}");

        List<Integer> answers =
                all(i -> as(user).body(patches.get(i % patches.size())).patch(path));

        assertThat(answers).containsOnly(200);
        as(user).get(path)
                .then()
                .body("version", equalTo(9))
                .body("name", equalTo("Walk"))
                .body("unit", equalTo("mi"))
                .body("color", equalTo("teal"))
                .body("icon", equalTo("x"))
                .body("archived", equalTo(true))
                .body("description", equalTo("d"))
                .body("tags", hasSize(1))
                .body("whatToTrack", equalTo("Way"));
    }

    @Test
    void aCreateRepeatedInParallelHappensOnce() throws Exception {
        Map<String, Object> body = note("Diary");
        body.put("id", UuidCreator.getTimeOrderedEpoch());

        List<Integer> answers = all(i -> as(user).body(body).post("/api/v1/trackers"));

        assertThat(answers).containsOnly(200, 201);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
        as(user).get("/api/v1/trackers").then().body("items", hasSize(1));
    }

    @Test
    void aKeyRepeatedInParallelHasOneEffectAndOneAnswer() throws Exception {
        String tracker = created(numeric("Run"));
        String key = UUID.randomUUID().toString();

        List<Integer> answers = all(i ->
                as(user).header("Idempotency-Key", key).body("{\"value\":1}").post(logs(tracker)));

        assertThat(answers).containsOnly(201);
        as(user).get(logs(tracker)).then().body("items", hasSize(1));
        as(user).get("/api/v1/trackers/" + tracker).then().body("logCount", equalTo(1));
    }

    @Test
    void ofTrackersOfOneNameOneIsCreated() throws Exception {
        List<Integer> answers =
                all(i -> as(user).body(note(i % 2 == 0 ? "diary" : "DIARY")).post("/api/v1/trackers"));

        assertThat(answers).containsOnly(201, 409);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
    }

    @Test
    void twoUsersWhoChooseTheSameIdGetOne() throws Exception {
        Map<String, Object> body = note("Diary");
        body.put("id", UuidCreator.getTimeOrderedEpoch());

        List<Integer> answers = all(i -> as(UUID.randomUUID()).body(body).post("/api/v1/trackers"));

        assertThat(answers).containsOnly(201, 409);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
    }

    @Test
    void logsInParallelAreAllCounted() throws Exception {
        String tracker = created(numeric("Run"));

        List<Integer> answers = all(i -> as(user).body("{\"value\":" + i + "}").post(logs(tracker)));

        assertThat(answers).containsOnly(201);
        as(user).get("/api/v1/trackers/" + tracker).then().body("logCount", equalTo(MANY));
        as(user).get(logs(tracker)).then().body("items", hasSize(MANY));
    }

    private static List<Integer> all(IntFunction<Response> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            List<Callable<Integer>> calls = IntStream.range(0, MANY)
                    .mapToObj(i -> (Callable<Integer>) () -> call.apply(i).statusCode())
                    .toList();
            List<Integer> answers = new java.util.ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
