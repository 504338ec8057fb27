package org.tallybook.kit.reactive;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Puts {@link Shield} around every read: a cancelled session leaks its connection as a cancelled transaction does. */
@WithSession
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class ShieldedSessions {

    @AroundInvoke
    @Nullable
    Object shield(InvocationContext invocation) throws Exception {
        Object result = invocation.proceed();
        return result instanceof Uni<?> work ? Shield.fromDisconnect(work) : result;
    }
}
