package org.tallybook.kit.test.loop;

import io.vertx.core.impl.VertxThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks every ten milliseconds at what each Vert.x event loop of this JVM is doing. A loop that waits for something to
 * do is at peace; one that is still at the task it had at the last look has its {@link LoopTask} charged. The looks
 * cost nothing but a thread's processor time until a task is older than {@link #YOUNG}.
 */
final class LoopWatch implements AutoCloseable {

    private static final long PERIOD = Duration.ofMillis(10).toNanos();
    private static final long YOUNG = Duration.ofMillis(15).toNanos();
    private static final int FRAMES = 120;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<VertxThread, LoopTask> tasks = new HashMap<>();
    private final Queue<HoldUp> found = new ConcurrentLinkedQueue<>();
    private final long limit;
    private final Thread watcher = new Thread(this::watch, "event-loop-watch");

    private volatile boolean closed;

    private LoopWatch(Duration limit) {
        this.limit = limit.toNanos();
    }

    static LoopWatch start(Duration limit) {
        LoopWatch watch = new LoopWatch(limit);
        watch.watcher.setDaemon(true);
        watch.watcher.start();
        return watch;
    }

    List<HoldUp> found() {
        return List.copyOf(found);
    }

    /** @throws AssertionError that tells what the loops did, if one was held up */
    void verify() {
        if (!found.isEmpty()) {
            throw new AssertionError(found.stream().map(HoldUp::toString).collect(Collectors.joining("\n")));
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watcher);
        try {
            watcher.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        while (!closed) {
            loops().forEach(this::look);
            LockSupport.parkNanos(PERIOD);
        }
    }

    /** They are born when they are first needed, so the list is never final. */
    private static List<VertxThread> loops() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        while (all.getParent() != null) {
            all = all.getParent();
        }
        Thread[] living = new Thread[2 * all.activeCount() + 16];
        int count = all.enumerate(living);
        return Arrays.stream(living, 0, count)
                .filter(VertxThread.class::isInstance)
                .map(VertxThread.class::cast)
                .filter(thread -> !thread.isWorker())
                .toList();
    }

    private void look(VertxThread loop) {
        long begin = loop.startTime();
        LoopTask task = tasks.get(loop);
        if (begin == 0) {
            tasks.remove(loop);
        } else if (task == null || task.begin() != begin) {
            tasks.put(loop, new LoopTask(begin, cpuOf(loop)));
        } else if (System.nanoTime() - begin > YOUNG) {
            charge(loop, task);
        }
    }

    private void charge(VertxThread loop, LoopTask task) {
        @Nullable ThreadInfo doing = threads.getThreadInfo(loop.getId(), FRAMES);
        long cpu = cpuOf(loop);
        if (doing != null && loop.startTime() == task.begin()) {
            task.charge(System.nanoTime(), cpu, Doing.of(doing));
            task.holdUp(limit, loop.getName()).ifPresent(found::add);
        }
    }

    private long cpuOf(Thread thread) {
        return threads.getThreadCpuTime(thread.getId());
    }
}
