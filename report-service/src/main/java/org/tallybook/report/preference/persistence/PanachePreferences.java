package org.tallybook.report.preference.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.etag.EntityTag;
import org.tallybook.report.preference.domain.Preferences;

/** Preferences, one row a user; who never changed any has none. */
@ApplicationScoped
public class PanachePreferences implements PanacheRepositoryBase<PreferenceRow, UUID> {

    /** The row that will be changed, so that two first changes at once do not collide. */
    private static final String ENSURE = """
            INSERT INTO preference (user_id, version, notification, notification_time, weekday, report_format,
                                    report_enabled, report_time)
            SELECT :user, 0, 'DAILY', '20:00', 'MONDAY', 'HTML', true, '20:00'
            WHERE NOT EXISTS (SELECT FROM erased_user WHERE digest = sha256(uuid_send(cast(:user AS uuid))))
            ON CONFLICT DO NOTHING
            """;

    public Uni<Preferences> of(UUID user) {
        return findById(user).map(row -> row == null ? Preferences.DEFAULTS : row.toPreferences());
    }

    /**
     * Replaces them; the version counts on.
     *
     * @param ifMatch the {@code If-Match} header
     * @return fails with {@code precondition-failed}; empty if the user was erased
     */
    public Uni<Optional<Preferences>> replace(UUID user, Preferences wanted, @Nullable String ifMatch) {
        return getSession()
                .chain(session -> session.createNativeQuery(ENSURE)
                        .setParameter("user", user)
                        .executeUpdate())
                .chain(() -> locked(user))
                .invoke(row -> row.ifPresent(stored -> new EntityTag(stored.version).requireMatch(ifMatch)))
                .map(row -> row.map(stored -> stored.take(wanted).toPreferences()));
    }

    private Uni<Optional<PreferenceRow>> locked(UUID user) {
        return find("userId = ?1", user)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }
}
