package org.tallybook.kit.test.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A start in the production profile that must fail: the packaged service as a process of its own, on ports of its own,
 * with nothing in its environment but what the test gives it. Only after {@code package}, so for failsafe.
 *
 * @param status what the process ended with
 * @param output everything it said
 */
public record RefusedStart(int status, String output) {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final int PATIENCE_SECONDS = 180;

    /**
     * @param directory where the output is kept while the process runs
     * @throws AssertionError if the service is still running after three minutes, which means that it has started
     */
    public static RefusedStart with(Map<String, String> environment, Path directory) {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR.toAbsolutePath() + " is missing: run this test after package");
        }
        try {
            Path output = Files.createTempFile(directory, "start", ".log");
            Process process = start(environment, output);
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly().waitFor();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            if (!ended) {
                throw new AssertionError("the service did not refuse to start:\n" + said);
            }
            return new RefusedStart(process.exitValue(), said);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a service starts", interrupted);
        }
    }

    /** A secret as an operator keeps it: base64 of so many bytes, in a file. */
    public static String secretFile(Path directory, String name, int bytes) {
        byte[] secret = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            secret[i] = (byte) (i * 7 + name.length());
        }
        try {
            String text = Base64.getEncoder().encodeToString(secret);
            return Files.writeString(directory.resolve(name), text).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Process start(Map<String, String> environment, Path output) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(java, "-XX:TieredStopAtLevel=1", "-Xmx256m", "-jar", JAR.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", "0");
        return builder.start();
    }
}
