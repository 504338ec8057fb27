package org.tallybook.auth.passkey;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.passkey.domain.Passkey;

/** Shows users their passkeys. */
@ApplicationScoped
public class ListPasskeys {

    private final Passkeys passkeys;

    ListPasskeys(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    /** The oldest first. */
    @WithSession
    public Uni<List<Passkey>> list(UserId user) {
        return passkeys.of(user);
    }
}
