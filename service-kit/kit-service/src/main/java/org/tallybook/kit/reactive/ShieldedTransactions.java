package org.tallybook.kit.reactive;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@link Shield} around every use case that opens a transaction. Runs outside of Panache's own interceptor
 * (priority 200), so what is shielded is the whole transaction with its commit.
 */
@WithTransaction
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class ShieldedTransactions {

    @AroundInvoke
    @Nullable
    Object shield(InvocationContext invocation) throws Exception {
        Object result = invocation.proceed();
        return result instanceof Uni<?> work ? Shield.fromDisconnect(work) : result;
    }
}
