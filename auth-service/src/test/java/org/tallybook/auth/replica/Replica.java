package org.tallybook.auth.replica;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.tallybook.auth.support.Person;

/** One process of the packaged service, as an operator runs it. */
public final class Replica implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();

    private final String name;
    private final Process process;
    private final int port;
    private final int managementPort;

    private Replica(String name, Process process, int port, int managementPort) {
        this.name = name;
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Does not wait until it serves. */
    static Replica launch(String name, Map<String, String> environment, Map<String, String> properties) {
        if (!JAR.toFile().isFile()) {
            throw new IllegalStateException(JAR + " is not there: run ./mvnw -Dquick package first");
        }
        int port = freePort();
        int managementPort = freePort();
        List<String> command = new ArrayList<>(List.of(
                java(), "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dquarkus.http.port=" + port));
        command.add("-Dquarkus.management.port=" + managementPort);
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", JAR.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(name));
        builder.environment().putAll(environment);
        builder.environment().put("TALLYBOOK_JWKS_URL", "http://127.0.0.1:" + port + "/.well-known/jwks.json");
        try {
            return new Replica(name, builder.start(), port, managementPort);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Replica awaitReady() {
        Awaitility.await(name + " to be ready, see " + log(name))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(this::isReady);
        return this;
    }

    private boolean isReady() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended with " + process.exitValue() + ", see " + log(name));
        }
        URI health = URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
        try {
            var request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** In the middle of whatever it does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    public int port() {
        return port;
    }

    public RequestSpecification request() {
        return given().port(port).contentType(ContentType.JSON);
    }

    public RequestSpecification as(String accessToken) {
        return request().auth().oauth2(accessToken);
    }

    public Response post(String path, Object body) {
        return request().body(body).post(Person.PATH + path);
    }

    public JsonPath login(Person person) {
        Response answer = tryLogin(person);
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    public Response tryLogin(Person person) {
        return post("/login", Map.of("login", person.email(), "password", person.password()));
    }

    public Response refresh(String refreshToken) {
        return post("/refresh", Map.of("refreshToken", refreshToken));
    }

    public int me(String accessToken) {
        return as(accessToken).get(Person.PATH + "/me").statusCode();
    }

    private static java.io.File log(String name) {
        return Path.of("target", name + ".log").toFile();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Below the ports that the system gives to clients, one of which could otherwise take it first. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(22_000, 32_000);
            try (var probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException taken) {
                // another one
            }
        }
    }
}
