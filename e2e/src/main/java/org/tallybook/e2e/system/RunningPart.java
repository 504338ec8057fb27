package org.tallybook.e2e.system;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * One line of the launcher's own account of itself.
 *
 * @param pid 0 for a server that the launcher did not start
 * @param health the address that answers 200 when ready, or empty
 */
public record RunningPart(String name, String host, int port, long pid, String health) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    public boolean isService() {
        return !health.isEmpty();
    }

    public boolean isReady() {
        return isService() ? answersReady() : listens();
    }

    private boolean answersReady() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(health)).timeout(PATIENCE).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
