package org.tallybook.local.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Stands in for a service: listens where the environment says and is ready at once. */
public final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        for (String variable : new String[] {"QUARKUS_HTTP_PORT", "QUARKUS_MANAGEMENT_PORT"}) {
            int port = Integer.parseInt(System.getenv(variable));
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
        }
        System.out.println("database " + System.getenv("TALLYBOOK_DB_URL"));
        System.out.println("superuser " + System.getenv("TALLYBOOK_PG_URL"));
    }
}
