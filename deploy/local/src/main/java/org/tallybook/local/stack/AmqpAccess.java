package org.tallybook.local.stack;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;

/** AMQP connections from our URLs, for checks and clean-up: no recovery, short limits. */
public final class AmqpAccess {

    private static final int TIMEOUT_MILLIS = 5_000;

    private AmqpAccess() {}

    public static Connection connect(ServerUrl url) throws IOException, TimeoutException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(url.host());
        factory.setPort(url.port());
        factory.setUsername(url.user().isEmpty() ? ConnectionFactory.DEFAULT_USER : url.user());
        factory.setPassword(url.password().isEmpty() ? ConnectionFactory.DEFAULT_PASS : url.password());
        factory.setVirtualHost(virtualHost(url.path()));
        factory.setAutomaticRecoveryEnabled(false);
        factory.setConnectionTimeout(TIMEOUT_MILLIS);
        factory.setHandshakeTimeout(TIMEOUT_MILLIS);
        factory.setChannelRpcTimeout(TIMEOUT_MILLIS);
        return factory.newConnection("tallybook-local");
    }

    private static String virtualHost(String path) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        return name.isEmpty() ? "/" : URLDecoder.decode(name, StandardCharsets.UTF_8);
    }
}
