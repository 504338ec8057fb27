package org.tallybook.gateway.exchange;

import io.vertx.core.Future;

/**
 * Left by an interceptor that must see an upstream's whole answer before the client does. Everything else streams.
 */
@FunctionalInterface
public interface AnswerRewrite {

    Key<AnswerRewrite> KEY = Key.named("answerRewrite");

    /** Answers that are rewritten are small; a larger one is a fault of the upstream. */
    int LARGEST = 256 * 1024;

    Future<Answer> apply(Answer upstream);
}
