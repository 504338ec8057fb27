package org.tallybook.report.monthly.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.page.QueryParameters;
import org.tallybook.report.monthly.ListMonths;
import org.tallybook.report.monthly.MonthlyReport;
import org.tallybook.report.monthly.ReadMonth;
import org.tallybook.report.monthly.Reader;

/** The caller's months. */
@Path("/api/v1/reports")
@Authenticated
@Tag(name = "Monthly reports")
public class MonthlyReportResource {

    private static final String READ = "reports:read";

    private final CurrentCaller caller;
    private final ListMonths listMonths;
    private final ReadMonth readMonth;
    private final ReportAnswers answers;

    MonthlyReportResource(CurrentCaller caller, ListMonths listMonths, ReadMonth readMonth, ReportAnswers answers) {
        this.caller = caller;
        this.listMonths = listMonths;
        this.readMonth = readMonth;
        this.answers = answers;
    }

    @GET
    @Path("monthly")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The caller's months, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MonthsResponse.class)))
    public Uni<MonthsResponse> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        Reader reader = Reader.of(caller.get().requireScope(READ));
        var parameters = new QueryParameters();
        int size = parameters.limit(limit);
        parameters.verify();
        YearMonth before = cursor == null ? null : MonthCursor.parse(cursor);
        return listMonths.list(reader, before, size + 1).map(rows -> MonthsResponse.of(rows, size));
    }

    @GET
    @Path("monthly/{month}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "A month as JSON, HTML or PDF",
            description = "By Accept, or by the suffix .json, .html or .pdf. The running month is a live preview.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = SummaryResponse.class)),
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = "application/pdf",
                        schema = @Schema(implementation = String.class, format = "binary"))
            })
    @APIResponse(responseCode = "304", description = "Unchanged since the given ETag")
    public Uni<Response> read(
            @Parameter(description = "yyyy-MM", example = "2026-11") @PathParam("month") String month,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Context Request request) {
        Caller who = caller.get().requireScope(READ);
        MonthAddress address = MonthAddress.parse(month);
        ReportFormat format = address.format().orElseGet(() -> ReportFormat.negotiate(request));
        return readMonth
                .read(Reader.of(who), address.month())
                .chain(report -> answers.answer(report, format, ifNoneMatch));
    }

    @POST
    @Path("monthly/{month}/rebuild")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Computes a month anew from the facts")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SummaryResponse.class)))
    public Uni<SummaryResponse> rebuild(@PathParam("month") String month) {
        Reader reader = Reader.of(caller.get().requireScope(Caller.FULL));
        YearMonth which = MonthAddress.plain(month);
        Uni<MonthlyReport> report = readMonth.read(reader, which);
        return report.map(SummaryResponse::of);
    }
}
