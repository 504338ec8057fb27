package org.tallybook.auth.device.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.tallybook.auth.device.KnownDevices;
import org.tallybook.auth.device.domain.DeviceTraits;
import org.tallybook.auth.device.domain.Sighting;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.secret.Mac32;
import org.tallybook.auth.secret.Secrets;

/** Keeps an HMAC of a device's traits for each user: enough to recognise it, and nothing to read or to join. */
@ApplicationScoped
class PgKnownDevices implements KnownDevices {

    private static final String COUNT =
            "SELECT count(*) FROM known_device WHERE user_id = :user AND fingerprint = :fingerprint";
    private static final String COUNT_ALL = "SELECT count(*) FROM known_device WHERE user_id = :user";
    private static final String TOUCH =
            "UPDATE known_device SET last_seen_at = :now WHERE user_id = :user AND fingerprint = :fingerprint";
    private static final String ADD = """
            INSERT INTO known_device (user_id, fingerprint, first_seen_at, last_seen_at)
            VALUES (:user, :fingerprint, :now, :now)
            """;

    private final Mac32 fingerprints;

    PgKnownDevices(Secrets secrets) {
        this.fingerprints = secrets.keyFor("device/fingerprint");
    }

    @Override
    public Uni<Boolean> knows(UserId user, DeviceTraits device) {
        return Panache.getSession()
                .chain(session -> count(session, user, device))
                .map(count -> count > 0);
    }

    @Override
    public Uni<Sighting> see(UserId user, DeviceTraits device, Instant now) {
        return Panache.getSession()
                .chain(session -> execute(session, TOUCH, user, device, now)
                        .chain(touched ->
                                touched > 0 ? Uni.createFrom().item(Sighting.KNOWN) : add(session, user, device, now)));
    }

    private Uni<Sighting> add(Mutiny.Session session, UserId user, DeviceTraits device, Instant now) {
        return session.createNativeQuery(COUNT_ALL, Long.class)
                .setParameter("user", user.value())
                .getSingleResult()
                .call(() -> execute(session, ADD, user, device, now))
                .map(others -> others == 0 ? Sighting.FIRST : Sighting.NEW);
    }

    private Uni<Long> count(Mutiny.Session session, UserId user, DeviceTraits device) {
        return session.createNativeQuery(COUNT, Long.class)
                .setParameter("user", user.value())
                .setParameter("fingerprint", fingerprint(user, device))
                .getSingleResult();
    }

    private Uni<Integer> execute(
            Mutiny.Session session, String statement, UserId user, DeviceTraits device, Instant now) {
        return session.createNativeQuery(statement)
                .setParameter("user", user.value())
                .setParameter("fingerprint", fingerprint(user, device))
                .setParameter("now", now)
                .executeUpdate();
    }

    private byte[] fingerprint(UserId user, DeviceTraits device) {
        String text = user + "\n" + device.neighbourhood() + "\n" + device.program();
        return fingerprints.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
