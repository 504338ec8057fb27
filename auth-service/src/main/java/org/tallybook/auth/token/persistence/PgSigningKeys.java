package org.tallybook.auth.token.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.tallybook.auth.token.SigningKeyStore;
import org.tallybook.auth.token.domain.KeyRing;
import org.tallybook.auth.token.domain.SigningKey;

/** Uses the pool directly: keys are needed before and beside any request. */
@ApplicationScoped
class PgSigningKeys implements SigningKeyStore {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(2055319565)";
    private static final String LOAD = "SELECT id, public_key, private_key, active_from FROM signing_key";
    private static final String REMOVE_ALL = "DELETE FROM signing_key RETURNING id";
    private static final String ADD = """
            INSERT INTO signing_key (id, algorithm, public_key, private_key, active_from, created_at)
            VALUES ($1, 'RS256', $2, $3, $4, $5)
            """;

    private final Pool pool;
    private final KeyCipher cipher;
    private final Clock clock;

    PgSigningKeys(Pool pool, KeyCipher cipher, Clock clock) {
        this.pool = pool;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public Uni<KeyRing> load() {
        return pool.query(LOAD).execute().map(this::ring);
    }

    @Override
    public Uni<KeyRing> complete(Function<KeyRing, List<Instant>> missing, List<SigningKey> fresh) {
        return pool.withTransaction(connection -> connection
                .query(LOCK)
                .execute()
                .chain(() -> connection.query(LOAD).execute())
                .map(rows -> turns(missing.apply(ring(rows)), fresh))
                .chain(keys -> add(connection, keys))
                .chain(() -> connection.query(LOAD).execute())
                .map(this::ring));
    }

    @Override
    public Uni<Void> add(SigningKey fresh) {
        return pool.withTransaction(
                connection -> connection.query(LOCK).execute().chain(() -> add(connection, List.of(fresh))));
    }

    @Override
    public Uni<List<String>> replaceAll(SigningKey fresh) {
        return pool.withTransaction(connection -> connection
                .query(LOCK)
                .execute()
                .chain(() -> connection.query(REMOVE_ALL).execute())
                .map(PgSigningKeys::ids)
                .call(() -> add(connection, List.of(fresh))));
    }

    private static List<String> ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("id"))
                .toList();
    }

    private static List<SigningKey> turns(List<Instant> missing, List<SigningKey> fresh) {
        List<SigningKey> keys = new ArrayList<>();
        for (int i = 0; i < missing.size(); i++) {
            SigningKey key = fresh.get(i);
            keys.add(new SigningKey(key.id(), key.publicKey(), key.privateKey(), missing.get(i)));
        }
        return keys;
    }

    private Uni<Void> add(SqlConnection connection, List<SigningKey> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(ADD)
                        .executeBatch(keys.stream().map(this::tuple).toList())
                        .replaceWithVoid();
    }

    private Tuple tuple(SigningKey key) {
        byte[] sealed = cipher.encrypt(key.id(), key.privateKey().getEncoded());
        return Tuple.of(
                key.id(),
                Buffer.buffer(key.publicKey().getEncoded()),
                Buffer.buffer(sealed),
                utc(key.activeFrom()),
                utc(clock.instant()));
    }

    private KeyRing ring(RowSet<Row> rows) {
        return new KeyRing(
                StreamSupport.stream(rows.spliterator(), false).map(this::key).toList());
    }

    private SigningKey key(Row row) {
        String id = row.getString("id");
        byte[] open = row.get(Buffer.class, "public_key").getBytes();
        byte[] sealed = row.get(Buffer.class, "private_key").getBytes();
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            return new SigningKey(
                    id,
                    (RSAPublicKey) rsa.generatePublic(new X509EncodedKeySpec(open)),
                    rsa.generatePrivate(new PKCS8EncodedKeySpec(cipher.decrypt(id, sealed))),
                    row.getOffsetDateTime("active_from").toInstant());
        } catch (GeneralSecurityException corrupt) {
            throw new IllegalStateException("the signing key " + id + " is not an RSA key", corrupt);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
