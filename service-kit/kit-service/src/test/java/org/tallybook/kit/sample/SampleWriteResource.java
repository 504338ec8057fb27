package org.tallybook.kit.sample;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.tallybook.kit.idempotency.Idempotency;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.kit.reactive.Shield;

@Path("/writes")
@PermitAll
public class SampleWriteResource {

    private final Idempotency idempotency;
    private final Outbox outbox;

    SampleWriteResource(Idempotency idempotency, Outbox outbox) {
        this.idempotency = idempotency;
        this.outbox = outbox;
    }

    public record Write(UUID userId, UUID id, String name, int delayMillis) {}

    @POST
    public Uni<Response> write(@HeaderParam(Idempotency.HEADER) String key, Write write) {
        return Shield.fromDisconnect(idempotency.once(write.userId(), key, write, () -> record(write)));
    }

    private Uni<Response> record(Write write) {
        if ("refused".equals(write.name())) {
            throw Rejected.field("name", FieldCode.INVALID_VALUE);
        }
        return outbox.lock(write.userId())
                .chain(() -> Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(Duration.ofMillis(Math.max(1, write.delayMillis()))))
                .chain(() -> outbox.append(
                        write.userId(), "sample.changed.v1", write.id(), Map.of("version", 1, "name", write.name())))
                .map(done -> Response.created(URI.create("/writes/" + write.id()))
                        .entity(Map.of("id", write.id(), "name", write.name()))
                        .build());
    }
}
