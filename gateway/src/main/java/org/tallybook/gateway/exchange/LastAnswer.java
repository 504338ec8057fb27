package org.tallybook.gateway.exchange;

import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Remembers that an HTTP/1.1 connection was promised to close. A client may have sent its next request already, and
 * Vert.x would serve it: after a malformed message that next request is precisely the smuggled one.
 */
public final class LastAnswer {

    private static final AttributeKey<Boolean> PROMISED = AttributeKey.valueOf("tallybook.lastAnswer");

    private LastAnswer() {}

    static void promise(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            base.channel().attr(PROMISED).set(Boolean.TRUE);
        }
    }

    /** Whether nothing that still comes on this connection may be served. */
    public static boolean promised(HttpConnection connection) {
        return connection instanceof ConnectionBase base
                && Boolean.TRUE.equals(base.channel().attr(PROMISED).get());
    }
}
