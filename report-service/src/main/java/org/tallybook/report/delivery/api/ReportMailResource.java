package org.tallybook.report.delivery.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.idempotency.Idempotency;
import org.tallybook.kit.reactive.Shield;
import org.tallybook.report.delivery.AskForReport;
import org.tallybook.report.monthly.Reader;
import org.tallybook.report.monthly.api.MonthAddress;

/** Reports by mail. */
@Path("/api/v1/reports")
@Authenticated
@Tag(name = "Monthly reports")
public class ReportMailResource {

    private final CurrentCaller caller;
    private final AskForReport askForReport;
    private final Idempotency idempotency;

    ReportMailResource(CurrentCaller caller, AskForReport askForReport, Idempotency idempotency) {
        this.caller = caller;
        this.askForReport = askForReport;
        this.idempotency = idempotency;
    }

    @POST
    @Path("monthly/{month}/send")
    @Operation(summary = "Mails a report to the caller's confirmed address")
    @APIResponse(responseCode = "202", description = "It will be sent; asking again before it is changes nothing")
    @APIResponse(responseCode = "404", description = "The month has not begun")
    @APIResponse(responseCode = "409", description = "The address is not confirmed")
    public Uni<Response> send(@PathParam("month") String month, @HeaderParam(Idempotency.HEADER) @Nullable String key) {
        Caller who = caller.get().requireScope(Caller.FULL);
        YearMonth which = MonthAddress.plain(month);
        return askForReport
                .check(Reader.of(who), which)
                .chain(() -> Shield.fromDisconnect(idempotency.once(
                        who.userId(), key, List.of("send report", which.toString()), () -> ask(who, which))));
    }

    private Uni<Response> ask(Caller who, YearMonth month) {
        return askForReport
                .ask(who.userId(), month)
                .map(done -> Response.accepted().build());
    }
}
