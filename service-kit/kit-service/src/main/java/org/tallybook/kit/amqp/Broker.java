package org.tallybook.kit.amqp;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens connections to the broker. None of them recovers by itself: whoever uses one throws it away at the first doubt
 * and opens another, which keeps the accounting of confirms and of deliveries simple enough to be right.
 */
@ApplicationScoped
public class Broker {

    private final BrokerConfig config;
    private final String service;

    Broker(
            BrokerConfig config,
            @ConfigProperty(name = "quarkus.application.name", defaultValue = "tallybook") String service) {
        this.config = config;
        this.service = service;
    }

    /**
     * A new connection.
     *
     * @param purpose shown in the broker's list of connections
     * @throws IOException if the broker cannot be reached or refuses us
     */
    public Connection connect(String purpose) throws IOException {
        try {
            return factory().newConnection(service + " " + purpose);
        } catch (TimeoutException silent) {
            throw new IOException("the broker did not answer in time", silent);
        }
    }

    /** Closes a connection that may be broken, without waiting long and without complaint. */
    public void discard(Connection connection) {
        connection.abort(Math.toIntExact(config.closeTimeout().toMillis()));
    }

    private ConnectionFactory factory() {
        var factory = new ConnectionFactory();
        try {
            factory.setUri(config.url());
        } catch (URISyntaxException | GeneralSecurityException malformed) {
            throw new IllegalStateException("TALLYBOOK_AMQP_URL must look like amqp://user:password@host:port/vhost");
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(Math.toIntExact(config.connectTimeout().toMillis()));
        factory.setHandshakeTimeout(Math.toIntExact(config.connectTimeout().toMillis()));
        factory.setRequestedHeartbeat(Math.toIntExact(config.heartbeat().toSeconds()));
        factory.setChannelRpcTimeout(Math.toIntExact(config.rpcTimeout().toMillis()));
        factory.setShutdownTimeout(Math.toIntExact(config.closeTimeout().toMillis()));
        return factory;
    }
}
