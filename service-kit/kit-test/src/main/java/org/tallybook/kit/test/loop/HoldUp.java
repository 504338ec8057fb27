package org.tallybook.kit.test.loop;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An event loop that served nobody for too long.
 *
 * @param held for how long at least
 * @param stack what it was at when the limit had passed, innermost first
 */
record HoldUp(String loop, Duration held, List<StackTraceElement> stack) {

    @Override
    public String toString() {
        return loop + " was held up for " + held.toMillis() + " ms or more by\n"
                + stack.stream().map(frame -> "\tat " + frame).collect(Collectors.joining("\n"));
    }
}
