package org.tallybook.auth.connection.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.connection.LinkedAccounts;
import org.tallybook.auth.connection.domain.ConnectionId;
import org.tallybook.auth.connection.domain.LinkedAccount;
import org.tallybook.auth.identity.domain.UserId;

@ApplicationScoped
class PanacheLinkedAccounts implements LinkedAccounts, PanacheRepositoryBase<LinkedAccountRow, UUID> {

    /** One statement decides a race of two users for one account, and a lost one does not break the transaction. */
    private static final String ADD = """
            INSERT INTO linked_account (id, user_id, provider, subject, display_name, state, linked_at, updated_at)
            VALUES (:id, :user, :provider, :subject, cast(:name AS text), :state, :now, :now)
            ON CONFLICT DO NOTHING
            """;

    @Override
    public Uni<Optional<LinkedAccount>> of(String provider, String subject) {
        return find("provider = ?1 and subject = ?2", provider, subject)
                .firstResult()
                .map(PanacheLinkedAccounts::account);
    }

    @Override
    public Uni<Optional<LinkedAccount>> find(UserId user, ConnectionId id) {
        return find("id = ?1 and userId = ?2", id.value(), user.value())
                .firstResult()
                .map(PanacheLinkedAccounts::account);
    }

    @Override
    public Uni<List<LinkedAccount>> ofUser(UserId user) {
        return find("userId = ?1 order by provider", user.value())
                .list()
                .map(rows -> rows.stream().map(LinkedAccountRow::toAccount).toList());
    }

    @Override
    public Uni<Boolean> addIfFree(LinkedAccount account) {
        return Panache.getSession()
                .chain(session -> insert(session, account).executeUpdate())
                .map(rows -> rows == 1);
    }

    @Override
    public Uni<Void> save(LinkedAccount account) {
        return findById(account.id().value())
                .invoke(row -> row.take(account))
                .chain(this::flush)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(ConnectionId id) {
        return delete("id", id.value()).replaceWithVoid();
    }

    private static Mutiny.MutationQuery insert(Mutiny.Session session, LinkedAccount account) {
        return session.createNativeQuery(ADD)
                .setParameter("id", account.id().value())
                .setParameter("user", account.user().value())
                .setParameter("provider", account.provider())
                .setParameter("subject", account.subject())
                .setParameter("name", account.name())
                .setParameter("state", account.state().name())
                .setParameter("now", OffsetDateTime.ofInstant(account.linkedAt(), ZoneOffset.UTC));
    }

    private static Optional<LinkedAccount> account(@Nullable LinkedAccountRow row) {
        return Optional.ofNullable(row).map(LinkedAccountRow::toAccount);
    }
}
