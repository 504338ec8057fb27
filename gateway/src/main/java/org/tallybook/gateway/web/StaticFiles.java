package org.tallybook.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.tallybook.gateway.exchange.Answers;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.Interceptor;

/**
 * The web app's few files, read once at start, so that no request can name a file of ours that is not listed here.
 * Always revalidated: after an update nobody meets a page of yesterday with a script of today.
 */
@Singleton
public final class StaticFiles implements Interceptor {

    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Map<String, StaticFile> files = Map.ofEntries(
            file("/", "index.html", HTML),
            file("/login", "index.html", HTML),
            file("/register", "index.html", HTML),
            file("/verify", "verify.html", HTML),
            file("/reset", "reset.html", HTML),
            file("/docs", "docs.html", HTML),
            file("/app.css", "app.css", "text/css; charset=utf-8"),
            file("/api.js", "api.js", SCRIPT),
            file("/app.js", "app.js", SCRIPT),
            file("/verify.js", "verify.js", SCRIPT),
            file("/reset.js", "reset.js", SCRIPT),
            file("/docs.js", "docs.js", SCRIPT),
            file("/favicon.svg", "favicon.svg", "image/svg+xml"));

    @Override
    public void handle(Exchange exchange) {
        StaticFile file = files.get(exchange.path());
        HttpMethod method = exchange.request().method();
        if (file == null || (method != HttpMethod.GET && method != HttpMethod.HEAD)) {
            exchange.next();
            return;
        }
        exchange.onHead(fields -> {
            fields.set(HttpHeaders.CACHE_CONTROL, "no-cache");
            fields.set(HttpHeaders.ETAG, file.etag());
            if (file.isPage()) {
                fields.set("Content-Security-Policy", PAGE_POLICY);
            }
        });
        if (file.etag().equals(exchange.header(HttpHeaders.IF_NONE_MATCH))) {
            Answers.sendEmpty(exchange, 304);
        } else {
            Answers.send(exchange, 200, file.mediaType(), file.content());
        }
    }

    private static Map.Entry<String, StaticFile> file(String path, String name, String mediaType) {
        return Map.entry(path, read(name, mediaType));
    }

    private static StaticFile read(String name, String mediaType) {
        try (InputStream in = Objects.requireNonNull(StaticFiles.class.getResourceAsStream("/web/" + name), name)) {
            byte[] content = in.readAllBytes();
            return new StaticFile(mediaType, etag(content), Buffer.buffer(content));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String etag(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
