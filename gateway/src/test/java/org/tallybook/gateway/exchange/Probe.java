package org.tallybook.gateway.exchange;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sends one request without a network through interceptors and shows what became of it. */
public final class Probe {

    private static final Vertx VERTX = Vertx.vertx();

    private final HttpMethod method;
    private final String uri;
    private final MultiMap requestFields = MultiMap.caseInsensitiveMultiMap();
    private final MultiMap responseFields = MultiMap.caseInsensitiveMultiMap();
    private HttpVersion version = HttpVersion.HTTP_1_1;
    private String peer = "192.0.2.7";
    private int status;
    private boolean ended;
    private Buffer body = Buffer.buffer();
    private boolean passed;
    private Exchange exchange;
    private Consumer<Exchange> prepare = ready -> {};

    private Probe(HttpMethod method, String uri) {
        this.method = method;
        this.uri = uri;
        requestFields.add("Host", "localhost:8080");
    }

    public static Probe get(String uri) {
        return new Probe(HttpMethod.GET, uri);
    }

    public static Probe a(String method, String uri) {
        return new Probe(HttpMethod.valueOf(method), uri);
    }

    public Probe with(String name, String value) {
        requestFields.add(name, value);
        return this;
    }

    public Probe without(String name) {
        requestFields.remove(name);
        return this;
    }

    public Probe version(HttpVersion other) {
        version = other;
        return this;
    }

    public Probe from(String address) {
        peer = address;
        return this;
    }

    /** Does what earlier interceptors would have done. */
    public Probe after(Consumer<Exchange> earlier) {
        prepare = prepare.andThen(earlier);
        return this;
    }

    public Probe through(Interceptor... interceptors) {
        List<Interceptor> chain = new ArrayList<>(List.of(interceptors));
        chain.add(reached -> passed = true);
        exchange = new Exchange(request(), VERTX, chain);
        prepare.accept(exchange);
        exchange.begin();
        return this;
    }

    /** Announces the head as the proxy would, with these fields from the upstream. */
    public MultiMap headWith(String... upstreamFields) {
        for (int i = 0; i < upstreamFields.length; i += 2) {
            responseFields.add(upstreamFields[i], upstreamFields[i + 1]);
        }
        exchange.announceHead();
        return responseFields;
    }

    public boolean passed() {
        return passed;
    }

    public int status() {
        return status;
    }

    public MultiMap fields() {
        return responseFields;
    }

    public String body() {
        return body.toString();
    }

    public Exchange exchange() {
        return exchange;
    }

    private HttpServerRequest request() {
        HttpServerResponse response = stub(HttpServerResponse.class, this::onResponse);
        HttpConnection connection = stub(HttpConnection.class, (proxy, call, arguments) -> proxy);
        return stub(HttpServerRequest.class, (proxy, call, arguments) -> switch (call.getName()) {
            case "method" -> method;
            case "uri" -> uri;
            case "path" -> uri.split("\\?", 2)[0];
            case "headers" -> requestFields;
            case "getHeader" -> requestFields.get(String.valueOf(arguments[0]));
            case "version" -> version;
            case "authority" -> HostAndPort.parseAuthority(requestFields.get("Host"), 80);
            case "remoteAddress" -> SocketAddress.inetSocketAddress(4242, peer);
            case "response" -> response;
            case "connection" -> connection;
            case "isEnded" -> true;
            case "isSSL" -> false;
            default -> proxy;
        });
    }

    private Object onResponse(Object proxy, java.lang.reflect.Method call, Object[] arguments) {
        switch (call.getName()) {
            case "headers":
                return responseFields;
            case "putHeader":
                responseFields.set(String.valueOf(arguments[0]), String.valueOf(arguments[1]));
                return proxy;
            case "setStatusCode":
                status = (Integer) arguments[0];
                return proxy;
            case "ended":
                return ended;
            case "end":
                ended = true;
                body = arguments == null ? Buffer.buffer() : (Buffer) arguments[0];
                return null;
            default:
                return proxy;
        }
    }

    private static <T> T stub(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
