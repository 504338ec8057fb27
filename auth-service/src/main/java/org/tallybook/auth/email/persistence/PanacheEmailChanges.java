package org.tallybook.auth.email.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.auth.email.EmailChanges;
import org.tallybook.auth.email.domain.EmailChange;
import org.tallybook.auth.identity.domain.UserId;

@ApplicationScoped
class PanacheEmailChanges implements EmailChanges, PanacheRepositoryBase<EmailChangeRow, UUID> {

    @Override
    public Uni<Optional<EmailChange>> find(UserId user) {
        return findById(user.value()).map(row -> Optional.ofNullable(row).map(EmailChangeRow::toChange));
    }

    @Override
    public Uni<Void> put(EmailChange change) {
        return findById(change.user().value())
                .map(row -> row == null ? EmailChangeRow.of(change.user()) : row)
                .invoke(row -> row.take(change))
                .chain(this::persist)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(UserId user) {
        return deleteById(user.value()).replaceWithVoid();
    }
}
