package org.tallybook.auth.passkey.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.PasskeyOwners;
import org.tallybook.auth.passkey.Passkeys;
import org.tallybook.auth.passkey.domain.Octets;
import org.tallybook.auth.passkey.domain.Passkey;
import org.tallybook.auth.passkey.domain.PasskeyId;

@ApplicationScoped
class PanachePasskeys implements Passkeys, PasskeyOwners, PanacheRepositoryBase<PasskeyRow, UUID> {

    /** A passkey that does not count always says 0. */
    private static final String COUNT =
            "signCount = ?1, lastUsedAt = ?2 where id = ?3 and (signCount < ?1 or (signCount = 0 and ?1 = 0))";

    @Override
    public Uni<Optional<Passkey>> withCredential(Octets credentialId) {
        return find("credentialId", credentialId.bytes())
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(PasskeyRow::toPasskey));
    }

    @Override
    public Uni<List<Passkey>> of(UserId user) {
        return find("userId = ?1 order by createdAt, id", user.value())
                .list()
                .map(rows -> rows.stream().map(PasskeyRow::toPasskey).toList());
    }

    @Override
    public Uni<Boolean> hasPasskey(UserId user) {
        return count("userId", user.value()).map(found -> found > 0);
    }

    @Override
    public Uni<Void> add(Passkey passkey) {
        return persistAndFlush(PasskeyRow.of(passkey)).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> count(PasskeyId id, long signCount, Instant now) {
        return update(COUNT, signCount, now, id.value()).map(rows -> rows == 1);
    }

    @Override
    public Uni<Boolean> remove(UserId user, PasskeyId id) {
        return delete("id = ?1 and userId = ?2", id.value(), user.value()).map(rows -> rows == 1);
    }
}
