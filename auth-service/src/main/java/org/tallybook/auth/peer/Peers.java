package org.tallybook.auth.peer;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Tells another part of Tallybook from the rest of the world by its {@code X-Internal-Key}. */
@Singleton
public class Peers {

    public static final String HEADER = "X-Internal-Key";

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int LONGEST_ADDRESS = 45;

    private final byte[] key;

    Peers(Secrets secrets) {
        this.key = secrets.internalKey().getBytes(StandardCharsets.US_ASCII);
    }

    /** Compared in constant time. */
    public boolean isPeer(HttpServerRequest request) {
        String shown = request.getHeader(HEADER);
        return shown != null && MessageDigest.isEqual(key, shown.trim().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Rejected {@code forbidden} unless the request comes from another part of Tallybook */
    public void require(HttpServerRequest request) {
        if (!isPeer(request)) {
            throw Rejected.because(KitSlugs.FORBIDDEN);
        }
    }

    /** The client's address: what a peer says it is, else the other end of the connection. */
    public String clientAddress(HttpServerRequest request) {
        String forwarded = request.getHeader(FORWARDED_FOR);
        if (forwarded != null && isAddress(forwarded.trim()) && isPeer(request)) {
            return forwarded.trim();
        }
        return request.remoteAddress() == null || request.remoteAddress().hostAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && text.matches("[0-9A-Fa-f.:]{2,}");
    }
}
