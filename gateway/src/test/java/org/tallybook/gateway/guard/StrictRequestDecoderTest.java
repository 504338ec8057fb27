package org.tallybook.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictRequestDecoderTest {

    private static final Duration DEADLINE = Duration.ofMillis(80);

    private final EmbeddedChannel channel =
            new EmbeddedChannel(new StrictRequestDecoder(new HttpServerOptions(), DEADLINE));

    @Test
    void readsPipelinedRequestsWithBodiesThatLookLikeFoldedLines() {
        feed("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\n a\n\tb\r"
                + "GET /b HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(requests()).containsExactly("/a", "/b");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void refusesFoldedLinesHoweverTheyArrive(int step) {
        String message = "GET /a HTTP/1.1\r\nHost: x\r\nX-A: b\r\n folded: c\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n";
        for (int i = 0; i < message.length(); i += step) {
            feed(message.substring(i, Math.min(message.length(), i + step)));
        }

        assertThat(requests()).containsExactly("invalid");
    }

    @Test
    void refusesAFoldedLineAfterLeadingBlankLines() {
        feed("\r\n\r\n\r\nGET /a HTTP/1.1\r\nHost: x\r\n\tfolded\r\n\r\n");

        assertThat(requests()).containsExactly("invalid");
    }

    @Test
    void readsAHeadThatArrivesByteByByte() {
        String message =
                "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n\n b\r\n0\r\n\r\nGET /b HTTP/1.1\r\n\r\n";
        message.chars().forEach(c -> feed(String.valueOf((char) c)));

        assertThat(requests()).containsExactly("/a", "/b");
    }

    @Test
    void closesAConnectionWhoseHeadNeverEnds() throws InterruptedException {
        feed("GET /a HTTP/1.1\r\nHo");
        Thread.sleep(DEADLINE.toMillis() + 40);
        channel.runScheduledPendingTasks();

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void leavesAConnectionOpenWhoseHeadWasReadInTime() throws InterruptedException {
        feed("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\n12");
        Thread.sleep(DEADLINE.toMillis() + 40);
        channel.runScheduledPendingTasks();

        assertThat(channel.isOpen()).isTrue();
    }

    private void feed(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
    }

    private List<String> requests() {
        List<String> seen = new ArrayList<>();
        Object message;
        while ((message = channel.readInbound()) != null) {
            if (message instanceof HttpRequest request) {
                seen.add(request.decoderResult().isSuccess() ? request.uri() : "invalid");
            }
            ReferenceCountUtil.release(message);
        }
        return seen;
    }
}
