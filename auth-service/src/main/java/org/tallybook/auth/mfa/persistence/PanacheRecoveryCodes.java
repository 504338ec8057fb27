package org.tallybook.auth.mfa.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.RecoveryCodes;
import org.tallybook.auth.mfa.domain.RecoveryCode;
import org.tallybook.auth.secret.Mac32;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.kit.id.Ids;

/** The digest is an HMAC over the user and the code, so a thief of the database can neither guess nor move one. */
@ApplicationScoped
class PanacheRecoveryCodes implements RecoveryCodes, PanacheRepositoryBase<RecoveryCodeRow, UUID> {

    private final Ids ids;
    private final Mac32 mac;

    PanacheRecoveryCodes(Ids ids, Secrets secrets) {
        this.ids = ids;
        this.mac = secrets.keyFor("recovery-code/at-rest");
    }

    @Override
    public Uni<Void> replace(UserId user, List<RecoveryCode> codes, Instant now) {
        return removeAll(user).chain(() -> persist(codes.stream().map(code -> row(user, code, now))));
    }

    @Override
    public Uni<Boolean> spend(UserId user, RecoveryCode code, Instant now) {
        return update(
                        "usedAt = ?1 where userId = ?2 and codeHash = ?3 and usedAt is null",
                        now,
                        user.value(),
                        digest(user, code))
                .map(rows -> rows == 1);
    }

    @Override
    public Uni<Long> left(UserId user) {
        return count("userId = ?1 and usedAt is null", user.value());
    }

    @Override
    public Uni<Void> removeAll(UserId user) {
        return delete("userId", user.value()).replaceWithVoid();
    }

    private RecoveryCodeRow row(UserId user, RecoveryCode code, Instant now) {
        var row = new RecoveryCodeRow();
        row.id = ids.next();
        row.codeHash = digest(user, code);
        row.userId = user.value();
        row.createdAt = now;
        return row;
    }

    private byte[] digest(UserId user, RecoveryCode code) {
        return mac.of((user + "/" + code.compact()).getBytes(StandardCharsets.UTF_8));
    }
}
