package org.tallybook.auth.connection;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tallybook.auth.connection.domain.LinkedAccount;
import org.tallybook.auth.identity.domain.UserId;

/** Shows users their accounts elsewhere. */
@ApplicationScoped
public class ListConnections {

    private final LinkedAccounts accounts;

    ListConnections(LinkedAccounts accounts) {
        this.accounts = accounts;
    }

    /** At most one a provider. */
    @WithSession
    public Uni<List<LinkedAccount>> list(UserId user) {
        return accounts.ofUser(user);
    }

    /** The user's account at one provider. */
    @WithSession
    public Uni<Optional<LinkedAccount>> at(String provider, UserId user) {
        return accounts.ofUser(user)
                .map(all -> all.stream()
                        .filter(account -> account.provider().equals(provider))
                        .findFirst());
    }
}
