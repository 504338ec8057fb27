package org.tallybook.gateway.exchange;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * A whole answer of an upstream, for the few calls whose answer the gateway must understand.
 *
 * @param status HTTP status
 * @param fields its end-to-end fields
 * @param body at most as large as {@link AnswerRewrite#LARGEST}
 */
public record Answer(int status, MultiMap fields, Buffer body) {

    public boolean successful() {
        return status / 100 == 2;
    }
}
