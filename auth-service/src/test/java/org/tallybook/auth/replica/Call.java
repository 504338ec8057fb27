package org.tallybook.auth.replica;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.tallybook.auth.support.Person;

/** A request whose answer nobody reads. */
record Call(Socket socket) implements AutoCloseable {

    static Call refresh(Replica replica, String refreshToken) throws IOException {
        String body = "{\"refreshToken\":\"" + refreshToken + "\"}";
        String request = "POST " + Person.PATH + "/refresh HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), replica.port());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return new Call(socket);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
