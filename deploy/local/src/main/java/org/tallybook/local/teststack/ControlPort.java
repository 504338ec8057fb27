package org.tallybook.local.teststack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.tallybook.local.stack.FreePort;
import org.tallybook.local.stack.StackFailure;

/**
 * Takes orders from tests: one connection, one line {@code <token> <order>}, one answer {@code OK} or
 * {@code FAILED <sentence>}. A socket and not stdin, because the tests of one JVM live in several class loaders that
 * share nothing but the JVM's system properties.
 */
final class ControlPort implements AutoCloseable {

    private final TestStack stack;
    private final ServerSocket server;
    private final String token = UUID.randomUUID().toString();

    private ControlPort(TestStack stack, ServerSocket server) {
        this.stack = stack;
        this.server = server;
    }

    static ControlPort open(TestStack stack) throws IOException {
        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePort.next()));
        ControlPort control = new ControlPort(stack, server);
        Thread thread = new Thread(control::serve, "control");
        thread.setDaemon(true);
        thread.start();
        return control;
    }

    /** {@code port:token}. */
    String address() {
        return server.getLocalPort() + ":" + token;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                answer(client);
            } catch (IOException clientLeft) {
                continue;
            }
        }
    }

    private void answer(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        String line = in.readLine();
        String answer = line == null ? "FAILED nothing was asked" : obey(line);
        client.getOutputStream().write((answer + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String obey(String line) {
        if (!line.startsWith(token + " ")) {
            return "FAILED wrong token";
        }
        try {
            stack.obey(line.substring(token.length() + 1));
            return "OK";
        } catch (StackFailure e) {
            return "FAILED " + e.getMessage();
        }
    }
}
