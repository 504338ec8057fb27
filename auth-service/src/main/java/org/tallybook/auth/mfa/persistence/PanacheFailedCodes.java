package org.tallybook.auth.mfa.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.FailedCodes;
import org.tallybook.kit.id.Ids;

@ApplicationScoped
class PanacheFailedCodes implements FailedCodes, PanacheRepositoryBase<FailedCodeRow, UUID> {

    private final Ids ids;

    PanacheFailedCodes(Ids ids) {
        this.ids = ids;
    }

    @Override
    public Uni<Void> add(UserId user, Instant now) {
        var row = new FailedCodeRow();
        row.id = ids.next();
        row.userId = user.value();
        row.at = now;
        return persist(row).replaceWithVoid();
    }

    @Override
    public Uni<List<Instant>> since(UserId user, Instant instant) {
        return find("userId = ?1 and at > ?2 order by at", user.value(), instant)
                .list()
                .map(rows -> rows.stream().map(row -> row.at).toList());
    }
}
