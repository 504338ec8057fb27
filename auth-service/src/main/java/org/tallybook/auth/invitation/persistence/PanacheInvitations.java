package org.tallybook.auth.invitation.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.invitation.Invitations;
import org.tallybook.auth.invitation.domain.Invitation;
import org.tallybook.auth.invitation.domain.InvitationId;
import org.tallybook.auth.invitation.domain.InvitationKey;
import org.tallybook.auth.secret.Mac32;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.kit.page.Cursor;

@ApplicationScoped
class PanacheInvitations implements Invitations, PanacheRepositoryBase<InvitationRow, UUID> {

    private static final String AFTER = "createdAt < ?1 or (createdAt = ?1 and id < ?2)";
    private static final String NEWEST = " order by createdAt desc, id desc";
    private static final String USE = """
            UPDATE invitation SET used_at = coalesce(used_at, :now), used_by = :applicant
            WHERE token_hash = :hash AND expires_at > :now
                AND (email IS NULL OR lower(email) = :email)
                AND (used_by IS NULL OR used_by = :applicant)
            RETURNING id
            """;

    /** Who used it, so that the same address is known again, and no address has to be kept for that. */
    private final Mac32 applicants;

    PanacheInvitations(Secrets secrets) {
        this.applicants = secrets.keyFor("invitation/applicant");
    }

    @Override
    public Uni<Void> add(Invitation invitation, InvitationKey key) {
        return persistAndFlush(InvitationRow.of(invitation, key)).replaceWithVoid();
    }

    @Override
    public Uni<List<Invitation>> page(Optional<Cursor> after, int atMost) {
        return after.map(cursor -> find(AFTER + NEWEST, cursor.at(), cursor.id()))
                .orElseGet(() -> findAll(Sort.descending("createdAt", "id")))
                .range(0, atMost - 1)
                .list()
                .map(rows -> rows.stream().map(InvitationRow::toInvitation).toList());
    }

    @Override
    public Uni<Boolean> remove(InvitationId id) {
        return delete("id", id.value()).map(rows -> rows == 1);
    }

    @Override
    public Uni<Optional<InvitationId>> use(InvitationKey key, EmailAddress applicant, Instant now) {
        byte[] name = applicants.of(applicant.key().getBytes(StandardCharsets.UTF_8));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(USE, UUID.class)
                        .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .setParameter("applicant", name)
                        .setParameter("hash", key.bytes())
                        .setParameter("email", applicant.key())
                        .getSingleResultOrNull())
                .map(id -> Optional.ofNullable(id).map(InvitationId::new));
    }

    @Override
    public Uni<Void> accepted(InvitationId id, UserId newcomer) {
        return update("acceptedBy = ?1 where id = ?2", newcomer.value(), id.value())
                .replaceWithVoid();
    }
}
