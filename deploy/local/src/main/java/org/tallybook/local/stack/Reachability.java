package org.tallybook.local.stack;

import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.DriverManager;
import redis.clients.jedis.Jedis;

/** Proof that an external server answers and lets us in, or one sentence that says which variable to look at. */
enum Reachability {
    POSTGRES(PartKind.POSTGRES) {
        @Override
        void talk(ServerUrl url) throws Exception {
            try (var connection = DriverManager.getConnection(Jdbc.url(url), Jdbc.login(url))) {
                connection.isValid(TIMEOUT_SECONDS);
            }
        }
    },
    REDIS(PartKind.REDIS) {
        @Override
        void talk(ServerUrl url) {
            try (Jedis jedis = RedisAccess.connect(url)) {
                jedis.ping();
            }
        }
    },
    BROKER(PartKind.BROKER) {
        @Override
        void talk(ServerUrl url) throws Exception {
            try (Connection connection = AmqpAccess.connect(url)) {
                connection.getServerProperties();
            }
        }
    },
    MAIL(PartKind.MAIL) {
        @Override
        void talk(ServerUrl url) throws IOException {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(url.host(), url.port()), TIMEOUT_SECONDS * 1000);
            }
        }
    };

    private static final int TIMEOUT_SECONDS = 5;

    private final PartKind kind;

    Reachability(PartKind kind) {
        this.kind = kind;
    }

    static Reachability of(PartKind kind) {
        return switch (kind) {
            case POSTGRES -> POSTGRES;
            case REDIS -> REDIS;
            case BROKER -> BROKER;
            case MAIL -> MAIL;
        };
    }

    abstract void talk(ServerUrl url) throws Exception;

    void prove(ServerUrl url) {
        try {
            talk(url);
        } catch (Exception e) { // four client libraries, no common failure
            throw new StackFailure(
                    "%s at %s (from %s) cannot be used: %s."
                            .formatted(kind.title(), url, kind.variable(), StackFailure.reason(e)),
                    e);
        }
    }
}
