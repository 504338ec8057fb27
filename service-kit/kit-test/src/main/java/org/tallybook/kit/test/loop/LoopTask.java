package org.tallybook.kit.test.loop;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One task of an event loop, and for how long it is to blame that the loop does nothing else. A machine that runs too
 * many programs, a garbage collection or a compiler stop a thread too, and none of them is the task's fault; so what
 * counts between two looks is
 *
 * <ul>
 *   <li>all time, if the thread waits at both: for a lock, a result, a socket, the end of a sleep;
 *   <li>else the processor time that it used;
 *   <li>nothing, while it loads a class or links a call: that happens once in a process's life.
 * </ul>
 */
final class LoopTask {

    private final long begin;
    private long lookedAt;
    private long cpu;
    private long held;
    private @Nullable Doing last;
    private boolean told;

    /**
     * @param begin which task it is: the loop's clock when it began, in ns
     * @param cpu what the thread had used by now, in ns
     */
    LoopTask(long begin, long cpu) {
        this.begin = begin;
        this.cpu = cpu;
        this.lookedAt = System.nanoTime();
    }

    long begin() {
        return begin;
    }

    void charge(long now, long cpuNow, Doing doing) {
        if (!doing.isFirstUse()) {
            boolean waited = last != null && last.isWaiting() && doing.isWaiting();
            held += waited ? now - lookedAt : cpuNow - cpu;
        }
        lookedAt = now;
        cpu = cpuNow;
        last = doing;
    }

    /** Once, as soon as the task is to blame for more than the limit. */
    Optional<HoldUp> holdUp(long limit, String loop) {
        Doing doing = last;
        if (told || doing == null || held <= limit) {
            return Optional.empty();
        }
        told = true;
        return Optional.of(new HoldUp(loop, Duration.ofNanos(held), doing.stack()));
    }
}
