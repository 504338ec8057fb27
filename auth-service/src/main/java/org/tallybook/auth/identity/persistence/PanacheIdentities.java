package org.tallybook.auth.identity.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.IdentitySlugs;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.Profile;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.identity.domain.UserState;
import org.tallybook.auth.identity.domain.Username;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldError;
import org.tallybook.kit.problem.Rejected;

@ApplicationScoped
class PanacheIdentities implements Identities, PanacheRepositoryBase<IdentityRow, UUID> {

    /** One statement decides a race of two registrations, and a lost one does not break the transaction. */
    private static final String ADD = """
            INSERT INTO identity (id, version, email, email_key, username, username_key, time_zone, locale, day_start,
                roles, created_at, updated_at)
            VALUES (:id, 1, :email, :emailKey, :username, :usernameKey, :timeZone, :locale, :dayStart,
                ARRAY['user'], :now, :now)
            ON CONFLICT DO NOTHING
            """;

    private static final String BEGINS = "(usernameKey like ?1 escape '!' or emailKey like ?1 escape '!')";
    private static final String AFTER = " and (createdAt < ?2 or (createdAt = ?2 and id < ?3))";
    private static final String NEWEST = " order by createdAt desc, id desc";

    @Override
    public Uni<Optional<Identity>> find(UserId id) {
        return findById(id.value()).map(PanacheIdentities::identity);
    }

    @Override
    public Uni<Optional<Identity>> withEmail(EmailAddress email) {
        return find("emailKey", email.key()).firstResult().map(PanacheIdentities::identity);
    }

    @Override
    public Uni<Optional<Identity>> withUsername(Username username) {
        return find("usernameKey", username.key()).firstResult().map(PanacheIdentities::identity);
    }

    @Override
    public Uni<List<Identity>> page(String beginning, Optional<UserState> only, Optional<Cursor> after, int atMost) {
        String pattern = beginning.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
        String wanted = BEGINS + only.map(PanacheIdentities::condition).orElse("");
        return after.map(cursor -> find(wanted + AFTER + NEWEST, pattern, cursor.at(), cursor.id()))
                .orElseGet(() -> find(wanted + NEWEST, pattern))
                .range(0, atMost - 1)
                .list()
                .map(rows -> rows.stream().map(IdentityRow::toIdentity).toList());
    }

    private static String condition(UserState state) {
        return switch (state) {
            case ACTIVE -> " and lockedAt is null and emailVerifiedAt is not null";
            case UNVERIFIED -> " and lockedAt is null and emailVerifiedAt is null";
            case LOCKED -> " and lockedAt is not null";
        };
    }

    @Override
    public Uni<Boolean> addIfFree(Identity identity) {
        return Panache.getSession()
                .chain(session -> insert(session, identity).executeUpdate())
                .map(rows -> rows == 1);
    }

    @Override
    public Uni<Void> save(Identity identity) {
        return findById(identity.id().value())
                .invoke(row -> row.take(identity))
                .chain(this::flush)
                .onFailure(PanacheIdentities::isTakenName)
                .transform(taken -> usernameTaken());
    }

    @Override
    public Uni<Void> remove(UserId id) {
        return delete("id", id.value()).replaceWithVoid();
    }

    private static Mutiny.MutationQuery insert(Mutiny.Session session, Identity identity) {
        Profile profile = identity.profile();
        return session.createNativeQuery(ADD)
                .setParameter("id", identity.id().value())
                .setParameter("email", identity.email().value())
                .setParameter("emailKey", identity.email().key())
                .setParameter("username", profile.username().value())
                .setParameter("usernameKey", profile.username().key())
                .setParameter("timeZone", profile.zone().getId())
                .setParameter("locale", profile.locale().toLanguageTag())
                .setParameter("dayStart", profile.dayStart())
                .setParameter("now", OffsetDateTime.ofInstant(identity.createdAt(), ZoneOffset.UTC));
    }

    private static boolean isTakenName(Throwable failure) {
        return failure instanceof ConstraintViolationException violation
                && String.valueOf(violation.getMessage()).contains("identity_username_once");
    }

    private static Rejected usernameTaken() {
        return Rejected.because(IdentitySlugs.USERNAME_TAKEN)
                .withErrors(List.of(FieldError.of("username", FieldCode.DUPLICATE)));
    }

    private static Optional<Identity> identity(@org.jspecify.annotations.Nullable IdentityRow row) {
        return Optional.ofNullable(row).map(IdentityRow::toIdentity);
    }
}
