package org.tallybook.kit.sample;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.json.MergePatch;

/** What a service's resource looks like, for the tests of the kit. */
@Path("/sample")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SampleResource {

    public static final AtomicInteger WRITES = new AtomicInteger();
    private static final SampleRequest STORED =
            new SampleRequest("stored", new BigDecimal("-12.50"), 1, null, null, null, List.of("a"));

    private final CurrentCaller caller;

    SampleResource(CurrentCaller caller) {
        this.caller = caller;
    }

    @POST
    @PermitAll
    public SampleRequest echo(SampleRequest request) {
        WRITES.incrementAndGet();
        return request;
    }

    @PATCH
    @PermitAll
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    public SampleRequest patch(MergePatch patch) {
        return patch.onto(STORED);
    }

    @GET
    @Path("me")
    @Authenticated
    public Map<String, String> me() {
        return Map.of("userId", caller.get().userId().toString());
    }

    @GET
    @Path("scoped")
    @Authenticated
    public Map<String, String> scoped() {
        return Map.of("scopes", caller.get().requireScope("logs:write").scopes().toString());
    }

    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public Map<String, String> admin() {
        return Map.of("ok", "yes");
    }

    @GET
    @Path("forgotten")
    public Map<String, String> withoutAnnotation() {
        return Map.of("ok", "yes");
    }

    @GET
    @Path("broken")
    @PermitAll
    public Map<String, String> broken() {
        throw new IllegalStateException("jdbc:secret-detail");
    }
}
