package org.tallybook.gateway.guard;

import io.netty.util.NetUtil;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.Key;

/**
 * Finds who is really asking: the right-most address of the forwarding chain that belongs to no trusted proxy. What
 * stands further left was written by the client and proves nothing.
 */
@Singleton
public final class ClientAddresses {

    /** The client's address in text form. */
    public static final Key<String> CLIENT = Key.named("clientAddress");

    private final List<CidrBlock> trusted;
    private final String internalKey;

    ClientAddresses(DoorConfig config) {
        this.trusted = config.trustedProxies().orElse(List.of()).stream()
                .map(String::trim)
                .map(CidrBlock::parse)
                .toList();
        this.internalKey = InternalKey.read(config);
    }

    /** Remembers the client's address and writes the forwarding fields and the internal key for the upstream. */
    void describe(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        String peer = request.remoteAddress().hostAddress();
        boolean behindProxy = isTrusted(peer);
        String client = behindProxy ? rightmostUntrusted(request.headers().getAll("X-Forwarded-For"), peer) : peer;
        exchange.put(CLIENT, client);
        MultiMap forwarded = exchange.forwarded();
        forwarded.set("X-Forwarded-For", client);
        forwarded.set("X-Forwarded-Proto", proto(request, behindProxy));
        if (request.authority() != null) {
            forwarded.set("X-Forwarded-Host", request.authority().toString());
        }
        forwarded.set("X-Internal-Key", internalKey);
    }

    private static String proto(HttpServerRequest request, boolean behindProxy) {
        String told = behindProxy ? request.getHeader("X-Forwarded-Proto") : null;
        if (told != null && (told.equals("https") || told.equals("http"))) {
            return told;
        }
        return request.isSSL() ? "https" : "http";
    }

    private String rightmostUntrusted(List<String> fields, String peer) {
        List<String> hops = fields.stream()
                .flatMap(field -> Arrays.stream(field.split(",", -1)))
                .map(String::trim)
                .toList();
        for (int i = hops.size() - 1; i >= 0; i--) {
            if (NetUtil.createByteArrayFromIpAddressString(hops.get(i)) == null) {
                return peer;
            }
            if (!isTrusted(hops.get(i))) {
                return hops.get(i);
            }
        }
        return peer;
    }

    private boolean isTrusted(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes != null && trusted.stream().anyMatch(block -> block.contains(bytes));
    }
}
