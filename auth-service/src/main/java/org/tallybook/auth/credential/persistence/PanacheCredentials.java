package org.tallybook.auth.credential.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.auth.credential.Credentials;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.identity.domain.UserId;

@ApplicationScoped
class PanacheCredentials implements Credentials, PanacheRepositoryBase<CredentialRow, UUID> {

    @Override
    public Uni<Optional<PasswordHash>> find(UserId user) {
        return findById(user.value())
                .map(row -> Optional.ofNullable(row).map(found -> PasswordHash.parse(found.passwordHash)));
    }

    @Override
    public Uni<Void> set(UserId user, PasswordHash hash, Instant now) {
        return findById(user.value())
                .map(row -> row == null ? fresh(user) : row)
                .invoke(row -> take(row, hash, now))
                .chain(this::persist)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> markShort(UserId user, boolean isShort) {
        return findById(user.value()).invoke(row -> row.isShort = isShort).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> isShort(UserId user) {
        return findById(user.value()).map(row -> row != null && row.isShort);
    }

    private static CredentialRow fresh(UserId user) {
        var row = new CredentialRow();
        row.userId = user.value();
        return row;
    }

    private static void take(CredentialRow row, PasswordHash hash, Instant now) {
        row.version++;
        row.passwordHash = hash.encoded();
        row.changedAt = now;
    }
}
