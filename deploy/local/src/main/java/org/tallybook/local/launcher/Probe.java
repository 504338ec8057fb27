package org.tallybook.local.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A look from outside: does somebody listen, is the service ready. Never throws; a short wait at most. */
final class Probe {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int OK = 200;

    private Probe() {}

    static boolean ready(String healthUrl) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(healthUrl).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notNow) {
            return false;
        }
    }

    static boolean listens(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
