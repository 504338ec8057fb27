package org.tallybook.auth.access.api;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.tallybook.auth.access.AnyScope;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.problem.Rejected;

/**
 * Keeps narrow tokens away from the account: every call of this service needs an interactive session, unless it is open
 * to everybody or says {@link AnyScope}. A new endpoint is closed until somebody opens it.
 */
@Singleton
class InteractiveSessions {

    private final CurrentCaller caller;

    InteractiveSessions(CurrentCaller caller) {
        this.caller = caller;
    }

    /** @throws Rejected {@code insufficient-scope} */
    @ServerRequestFilter
    public void requireFull(ResourceInfo called) {
        if (!isForAnybody(called) && !called.getResourceMethod().isAnnotationPresent(AnyScope.class)) {
            caller.get().requireScope(Caller.FULL);
        }
    }

    private static boolean isForAnybody(ResourceInfo called) {
        Method method = called.getResourceMethod();
        return method.isAnnotationPresent(PermitAll.class)
                || (called.getResourceClass().isAnnotationPresent(PermitAll.class) && !saysOtherwise(method));
    }

    private static boolean saysOtherwise(Method method) {
        return method.isAnnotationPresent(io.quarkus.security.Authenticated.class)
                || method.isAnnotationPresent(jakarta.annotation.security.RolesAllowed.class);
    }
}
