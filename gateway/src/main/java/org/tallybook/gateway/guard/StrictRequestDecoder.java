package org.tallybook.gateway.guard;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP/1.1 decoder with two refusals that Netty's lacks: folded header lines (RFC 9112, section 5.2), which Netty
 * silently joins, and heads that take longer than a deadline, however busily their bytes drip in.
 *
 * <p>{@code inHead} is exact because the decoder emits the end of one message before it looks at the next one, so
 * between two calls of {@link #decode} the reader index never crosses a message border unseen.
 */
public final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    private static final byte LF = '\n';

    private final Duration headDeadline;
    private boolean inHead = true;
    private boolean refused;
    private byte lastRead;
    private @Nullable ScheduledFuture<?> deadline;

    public StrictRequestDecoder(HttpServerOptions options, Duration headDeadline) {
        super(options);
        this.headDeadline = headDeadline;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
        if (refused) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (inHead && in.isReadable()) {
            startDeadline(context);
            if (hasFoldedLine(in)) {
                refuse(in, out);
                return;
            }
        }
        int before = in.readerIndex();
        int emitted = out.size();
        super.decode(context, in, out);
        if (in.readerIndex() > before) {
            lastRead = in.getByte(in.readerIndex() - 1);
        }
        observe(out, emitted);
    }

    private void observe(List<Object> out, int from) {
        for (Object message : out.subList(from, out.size())) {
            if (message instanceof HttpMessage) {
                inHead = false;
                stopDeadline();
            }
            if (message instanceof LastHttpContent) {
                inHead = true;
                lastRead = 0;
            }
        }
    }

    /** Looks only at the unread part of the head: a line that starts with blank after a line feed. */
    private boolean hasFoldedLine(ByteBuf in) {
        byte previous = lastRead;
        boolean lineIsEmpty = lastRead == LF;
        for (int i = firstOfHead(in); i < in.writerIndex(); i++) {
            byte current = in.getByte(i);
            if (previous == LF && (current == ' ' || current == '\t')) {
                return true;
            }
            if (current == LF) {
                if (lineIsEmpty) {
                    return false;
                }
                lineIsEmpty = true;
            } else if (current != '\r') {
                lineIsEmpty = false;
            }
            previous = current;
        }
        return false;
    }

    /** Before a request line the decoder skips controls and blanks, so blank lines there do not end the head. */
    private int firstOfHead(ByteBuf in) {
        int i = in.readerIndex();
        while (lastRead == 0 && i < in.writerIndex() && in.getByte(i) <= ' ') {
            i++;
        }
        return i;
    }

    private void refuse(ByteBuf in, List<Object> out) {
        refused = true;
        stopDeadline();
        in.skipBytes(in.readableBytes());
        HttpMessage invalid = createInvalidMessage();
        invalid.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("folded header line")));
        out.add(invalid);
    }

    private void startDeadline(ChannelHandlerContext context) {
        if (deadline == null) {
            deadline =
                    context.executor().schedule(() -> close(context), headDeadline.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static void close(ChannelHandlerContext context) {
        context.close();
    }

    private void stopDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) throws Exception {
        stopDeadline();
        super.handlerRemoved0(context);
    }
}
