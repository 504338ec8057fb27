package org.tallybook.gateway.guard;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.GatewaySlugs;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.kit.problem.Rejected;

/**
 * Refuses messages whose end two parsers could see at different places (RFC 9112, section 11.2): those are the ones
 * that smuggle a second request past the first. What the HTTP decoder refuses by itself never gets here; this is the
 * second line, which holds whatever decoder version is underneath.
 */
@Singleton
public final class FramingGuard implements Interceptor {

    @Override
    public void handle(Exchange exchange) {
        MultiMap fields = exchange.request().headers();
        if (!wellFormed(fields) || !framed(fields, exchange.request().version()) || !oneHost(exchange, fields)) {
            exchange.onHead(head -> closeAfterwards(exchange, head));
            throw Rejected.because(GatewaySlugs.MALFORMED_REQUEST);
        }
        exchange.next();
    }

    /** After a message like that nothing on the same connection can be believed. */
    private static void closeAfterwards(Exchange exchange, MultiMap head) {
        if (exchange.request().version() != HttpVersion.HTTP_2) {
            head.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    private static boolean framed(MultiMap fields, HttpVersion version) {
        List<String> codings = fields.getAll(HttpHeaders.TRANSFER_ENCODING);
        List<String> lengths = fields.getAll(HttpHeaders.CONTENT_LENGTH);
        if (!codings.isEmpty()) {
            return version == HttpVersion.HTTP_1_1
                    && lengths.isEmpty()
                    && codings.size() == 1
                    && codings.get(0).equalsIgnoreCase("chunked");
        }
        return lengths.isEmpty() || (lengths.size() == 1 && isNumber(lengths.get(0)));
    }

    private static boolean isNumber(String length) {
        return !length.isEmpty()
                && length.length() <= 18
                && length.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    private static boolean oneHost(Exchange exchange, MultiMap fields) {
        int hosts = fields.getAll(HttpHeaders.HOST).size();
        return exchange.request().version() == HttpVersion.HTTP_1_1 ? hosts == 1 : hosts <= 1;
    }

    private static boolean wellFormed(MultiMap fields) {
        for (Map.Entry<String, String> field : fields) {
            if (!isToken(field.getKey()) || !isFieldValue(field.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isToken(String name) {
        return !name.isEmpty() && name.chars().allMatch(FramingGuard::isTokenCharacter);
    }

    private static boolean isTokenCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    private static boolean isFieldValue(String value) {
        return value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7f));
    }
}
