package org.tallybook.e2e.bench;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tallybook.e2e.client.Call;

/**
 * Two kinds of requests, one of each a round and in random order, one at a time: what else the machine does, and what
 * one request leaves to be done after its answer, hits both alike. Only sending and receiving is timed.
 */
final class Duel {

    /** Repeatable, so that a strange figure can be looked into. */
    private static final long SEED = 20_261_125L;

    private static final Executor LANES = task -> {
        Thread lane = new Thread(task, "lane");
        lane.setDaemon(true);
        lane.start();
    };

    private final Contender first;
    private final Contender second;
    private final Random order = new Random(SEED);

    /**
     * @param calls the request of a round, ready to be sent
     * @param status what each must be answered with, or the figure is one of something else
     */
    record Contender(IntFunction<Call> calls, int status) {

        private long time(int round) {
            Call call = calls.apply(round);
            long begin = System.nanoTime();
            var answer = call.send();
            long time = System.nanoTime() - begin;
            answer.expect(status);
            return time;
        }
    }

    /** In nanoseconds, by rounds. */
    record Times(long[] first, long[] second) {

        double addedMillis() {
            return new Percentiles(second).millis(50) - new Percentiles(first).millis(50);
        }

        double rocAuc() {
            return RocAuc.of(first, second);
        }
    }

    Duel(Contender first, Contender second) {
        this.first = first;
        this.second = second;
    }

    /** @param warmUp rounds that do not count */
    Times fight(int warmUp, int rounds) {
        for (int i = 0; i < warmUp; i++) {
            first.time(i);
            second.time(i);
        }
        long[] ofFirst = new long[rounds];
        long[] ofSecond = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            boolean inOrder = order.nextBoolean();
            if (inOrder) {
                ofFirst[i] = first.time(warmUp + i);
            }
            ofSecond[i] = second.time(warmUp + i);
            if (!inOrder) {
                ofFirst[i] = first.time(warmUp + i);
            }
        }
        return new Times(ofFirst, ofSecond);
    }

    /** Several at the same time, each with its share of the rounds: for requests that mostly wait. */
    Times fightInLanes(int lanes, int warmUp, int rounds) {
        List<CompletableFuture<Times>> all = Stream.generate(() -> new Duel(first, second))
                .limit(lanes)
                .map(lane -> CompletableFuture.supplyAsync(() -> lane.fight(warmUp, rounds / lanes), LANES))
                .toList();
        List<Times> times = all.stream().map(CompletableFuture::join).toList();
        return new Times(
                times.stream().map(Times::first).flatMapToLong(LongStream::of).toArray(),
                times.stream().map(Times::second).flatMapToLong(LongStream::of).toArray());
    }
}
