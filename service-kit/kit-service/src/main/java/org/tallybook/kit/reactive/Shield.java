package org.tallybook.kit.reactive;

import io.smallrye.mutiny.Uni;

/** Keeps a write going when the client that asked for it hangs up. */
public final class Shield {

    private Shield() {}

    /**
     * A Uni that runs to its end even if whoever waits for it goes away. Quarkus cancels a resource's Uni when the
     * connection closes, and a Hibernate Reactive chain that is cancelled in the middle leaks its pooled connection
     * (quarkus#51576); besides, an acknowledged write must not depend on the reader of the acknowledgement.
     */
    public static <T> Uni<T> fromDisconnect(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
    }
}
