package org.tallybook.auth.mfa.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.Totps;
import org.tallybook.auth.mfa.domain.Totp;
import org.tallybook.auth.mfa.domain.TotpSecret;
import org.tallybook.auth.mfa.domain.TotpStep;
import org.tallybook.auth.secret.SealingKey;
import org.tallybook.auth.secret.Secrets;

@ApplicationScoped
class PanacheTotps implements Totps, PanacheRepositoryBase<TotpRow, UUID> {

    private final SealingKey key;

    PanacheTotps(Secrets secrets) {
        this.key = secrets.sealingKeyFor("totp/secret");
    }

    @Override
    public Uni<Optional<Totp>> find(UserId user) {
        return findById(user.value()).map(row -> Optional.ofNullable(row).map(this::totp));
    }

    @Override
    public Uni<Void> start(UserId user, TotpSecret secret, Instant now) {
        return findById(user.value())
                .map(row -> row == null ? fresh(user) : row)
                .invoke(row -> start(row, secret, now))
                .chain(this::persistAndFlush)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> turnOn(UserId user, Instant now) {
        return update("confirmedAt = ?1 where userId = ?2 and confirmedAt is null", now, user.value())
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> spend(UserId user, TotpStep step) {
        return update("lastStep = ?1 where userId = ?2 and lastStep < ?1", step.number(), user.value())
                .map(rows -> rows == 1);
    }

    @Override
    public Uni<Void> remove(UserId user) {
        return deleteById(user.value()).replaceWithVoid();
    }

    private static TotpRow fresh(UserId user) {
        var row = new TotpRow();
        row.userId = user.value();
        return row;
    }

    private void start(TotpRow row, TotpSecret secret, Instant now) {
        row.sealedSecret = key.seal(row.userId.toString(), secret.bytes());
        row.startedAt = now;
        row.confirmedAt = null;
        row.lastStep = TotpStep.NONE.number();
    }

    private Totp totp(TotpRow row) {
        var secret = new TotpSecret(key.open(row.userId.toString(), row.sealedSecret));
        return new Totp(secret, row.startedAt, row.confirmedAt, new TotpStep(row.lastStep));
    }
}
