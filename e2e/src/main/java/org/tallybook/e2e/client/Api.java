package org.tallybook.e2e.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/** The gateway's address with a connection pool. Follows no redirect, keeps no cookie, repeats nothing. */
public final class Api {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final URI gateway;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Api(URI gateway) {
        this.gateway = gateway;
    }

    public URI gateway() {
        return gateway;
    }

    /** The gateway's own origin, as a page that it serves would send it. */
    public String origin() {
        return gateway.getScheme() + "://" + gateway.getAuthority();
    }

    public Call get(String path) {
        return call("GET", path);
    }

    public Call post(String path) {
        return call("POST", path);
    }

    public Call put(String path) {
        return call("PUT", path);
    }

    public Call patch(String path) {
        return call("PATCH", path);
    }

    public Call delete(String path) {
        return call("DELETE", path);
    }

    public Call call(String method, String path) {
        return new Call(http, method, gateway.resolve(path));
    }
}
