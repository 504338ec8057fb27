package org.tallybook.kit.test.loop;

import java.lang.management.ThreadInfo;
import java.util.List;
import java.util.Set;

/** What a thread was found doing. */
record Doing(boolean isWaiting, List<StackTraceElement> stack) {

    /** They wait although the JVM calls the thread runnable. Not reads and writes: on a loop these never wait. */
    private static final Set<String> WAITING_NATIVELY = Set.of(
            "sun.nio.ch.Net.poll",
            "sun.nio.ch.FileDispatcherImpl.force0",
            "java.net.Inet4AddressImpl.lookupAllHostAddr",
            "java.net.Inet6AddressImpl.lookupAllHostAddr");

    private static final Set<String> FIRST_USE =
            Set.of("loadClass", "defineClass", "<clinit>", "linkCallSite", "linkMethodHandleConstant", "linkMethod");

    static Doing of(ThreadInfo thread) {
        List<StackTraceElement> stack = List.of(thread.getStackTrace());
        boolean runnable = thread.getThreadState() == Thread.State.RUNNABLE;
        return new Doing(!runnable || (!stack.isEmpty() && WAITING_NATIVELY.contains(name(stack.get(0)))), stack);
    }

    /** It loads a class or links a call. */
    boolean isFirstUse() {
        return stack.stream().anyMatch(frame -> FIRST_USE.contains(frame.getMethodName()));
    }

    private static String name(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName();
    }
}
