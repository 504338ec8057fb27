package org.tallybook.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.kit.reactive.Shield;

/**
 * Runs a write at most once per owner and key. The key's row is inserted first in the transaction of the write itself:
 * a second request with the key waits for the first, then answers what it answered; when the first fails, nothing of
 * it remains, the key neither. A client that hangs up stops neither. (After the IETF draft "The Idempotency-Key HTTP
 * Header Field".)
 */
@ApplicationScoped
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 200;
    private static final List<String> REPLAYED = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG);
    private static final String CLAIM = """
            INSERT INTO idempotency_key (user_id, key, fingerprint, created_at)
            VALUES (:owner, :key, :fingerprint, :now) ON CONFLICT DO NOTHING
            """;
    private static final String FIND =
            "SELECT fingerprint, status, headers, body FROM idempotency_key WHERE user_id = :owner AND key = :key";
    private static final String KEEP = """
            UPDATE idempotency_key
            SET status = :status, headers = cast(:headers AS text), body = cast(:body AS text)
            WHERE user_id = :owner AND key = :key
            """;

    private final ObjectMapper mapper;
    private final Clock clock;

    Idempotency(ObjectMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * @param owner whose key it is
     * @param key the header's value, 1 to 200 characters; null runs the write in a transaction and keeps nothing
     * @param request what the client asked for, with everything that tells two requests apart
     * @param write the use case and the response made of its result
     * @return the response of the first run; fails with {@link Rejected} {@code idempotency-key-reused} when the key
     *     came with another request
     */
    public Uni<Response> once(UUID owner, @Nullable String key, Object request, Supplier<Uni<Response>> write) {
        if (key == null) {
            return Shield.fromDisconnect(Panache.withTransaction(write));
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0) {
            throw Rejected.field(HEADER, FieldCode.INVALID_FORMAT);
        }
        var call = new Call(owner, key, fingerprint(request));
        return Shield.fromDisconnect(Panache.withTransaction(
                () -> claim(call).chain(first -> first ? run(call, write) : replay(call))));
    }

    /** Forgets the keys of an owner who is gone, in the current transaction. */
    public Uni<Void> forget(UUID owner) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("DELETE FROM idempotency_key WHERE user_id = :owner")
                        .setParameter("owner", owner)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Boolean> claim(Call call) {
        return query(CLAIM, call)
                .chain(query -> query.setParameter("fingerprint", call.fingerprint())
                        .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    private Uni<Response> run(Call call, Supplier<Uni<Response>> write) {
        return write.get().call(response -> keep(call, response));
    }

    private Uni<Integer> keep(Call call, Response response) {
        return query(KEEP, call)
                .chain(query -> query.setParameter("status", response.getStatus())
                        .setParameter("headers", json(headers(response)))
                        .setParameter("body", response.hasEntity() ? json(response.getEntity()) : null)
                        .executeUpdate());
    }

    private Uni<Response> replay(Call call) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("owner", call.owner())
                        .setParameter("key", call.key())
                        .getSingleResult())
                .map(row -> stored(call, row));
    }

    private Response stored(Call call, Object[] row) {
        if (!call.fingerprint().equals(row[0])) {
            throw Rejected.because(KitSlugs.IDEMPOTENCY_KEY_REUSED);
        }
        Response.ResponseBuilder response = Response.status(((Number) row[1]).intValue());
        read((String) row[2]).forEach(response::header);
        if (row[3] != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(row[3]);
        }
        return response.build();
    }

    private static Uni<Mutiny.MutationQuery> query(String sql, Call call) {
        return Panache.getSession()
                .map(session -> session.createNativeQuery(sql)
                        .setParameter("owner", call.owner())
                        .setParameter("key", call.key()));
    }

    private static Map<String, String> headers(Response response) {
        var headers = new LinkedHashMap<String, String>();
        for (String name : REPLAYED) {
            Object value = response.getHeaders().getFirst(name);
            if (value != null) {
                headers.put(name, value.toString());
            }
        }
        return headers;
    }

    private Map<String, String> read(String headers) {
        try {
            return mapper.readValue(headers, new TypeReference<>() {});
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a stored answer cannot be read", corrupt);
        }
    }

    private String fingerprint(Object request) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(json(request).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("an answer cannot be written as JSON", unwritable);
        }
    }

    private record Call(UUID owner, String key, String fingerprint) {}
}
