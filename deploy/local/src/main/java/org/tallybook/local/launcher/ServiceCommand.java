package org.tallybook.local.launcher;

import java.util.List;

/**
 * The command line of a service's JVM: a small heap, because four of them share one machine, and an optimising compiler
 * that waits until code is really hot. With the default thresholds it takes a quarter of the processor time of a start
 * (measured: 16 s against 12 s a service on two busy cores) and mostly for code that runs only then.
 */
final class ServiceCommand {

    private ServiceCommand() {}

    static List<String> of(Service service, Installation installation, DataDirectory data) {
        return List.of(
                installation.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:Tier4InvocationThreshold=25000",
                "-XX:Tier4MinInvocationThreshold=3000",
                "-XX:Tier4CompileThreshold=75000",
                "-XX:Tier4BackEdgeThreshold=200000",
                "-Djava.net.preferIPv4Stack=true",
                "-Dtallybook.data=" + data.path(),
                "-jar",
                installation.jar(service).toString());
    }
}
