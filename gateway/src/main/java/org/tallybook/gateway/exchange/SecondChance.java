package org.tallybook.gateway.exchange;

import io.vertx.core.Future;

/**
 * Left by an interceptor that may have sent outdated credentials: asked when the upstream answers 401. True means that
 * {@link Exchange#forwarded()} now holds better ones and a safe request is worth sending once more.
 */
@FunctionalInterface
public interface SecondChance {

    Key<SecondChance> KEY = Key.named("secondChance");

    Future<Boolean> afterUnauthorized();
}
