package org.tallybook.kit.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tallybook.kit.trace.Traces;

/**
 * The border where every failure of a REST call becomes a problem. Refusals are answered and not logged; anything else
 * is a fault of ours, logged here once with its trace id and answered without a word about its cause.
 */
public final class ProblemResponses {

    private static final Logger LOG = Logger.getLogger(ProblemResponses.class);
    private static final String CHALLENGE = "Bearer realm=\"tallybook\", error=\"invalid_token\"";
    private static final Map<Integer, Slug> OF_STATUS = Map.of(
            400, KitSlugs.INVALID_REQUEST,
            401, KitSlugs.UNAUTHENTICATED,
            403, KitSlugs.FORBIDDEN,
            404, KitSlugs.NOT_FOUND,
            405, KitSlugs.METHOD_NOT_ALLOWED,
            406, KitSlugs.NOT_ACCEPTABLE,
            413, KitSlugs.BODY_TOO_LARGE,
            415, KitSlugs.UNSUPPORTED_MEDIA_TYPE,
            503, KitSlugs.UNAVAILABLE);

    @ServerExceptionMapper
    public Response rejected(Rejected rejection, ContainerRequestContext request) {
        return respond(rejection, request);
    }

    @ServerExceptionMapper(
            value = {AuthenticationFailedException.class, UnauthorizedException.class},
            priority = 1)
    public Response unauthenticated(SecurityException failure, ContainerRequestContext request) {
        return respond(Rejected.because(KitSlugs.UNAUTHENTICATED), request);
    }

    @ServerExceptionMapper(priority = 1)
    public Response forbidden(ForbiddenException failure, ContainerRequestContext request) {
        return respond(Rejected.because(KitSlugs.FORBIDDEN), request);
    }

    @ServerExceptionMapper
    public Response ofTheFramework(WebApplicationException failure, ContainerRequestContext request) {
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        if (status >= 500) {
            return unexpected(failure, request);
        }
        Slug slug = OF_STATUS.get(status);
        return slug != null
                ? respond(Rejected.because(slug), request)
                : entity(status, Problems.ofStatus(status, locale(request), path(request), Traces.currentId()))
                        .build();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, ContainerRequestContext request) {
        LOG.errorf(failure, "request failed: method=%s path=%s", request.getMethod(), path(request));
        return respond(Rejected.because(KitSlugs.INTERNAL_ERROR), request);
    }

    private static Response respond(Rejected rejection, ContainerRequestContext request) {
        Problem problem = Problems.of(rejection, locale(request), path(request), Traces.currentId());
        Response.ResponseBuilder response = entity(problem.status(), problem);
        rejection
                .retryAfter()
                .ifPresent(wait -> response.header(
                        HttpHeaders.RETRY_AFTER, wait.plusMillis(999).toSeconds()));
        if (problem.status() == Kind.UNAUTHENTICATED.status()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        return response.build();
    }

    private static Response.ResponseBuilder entity(int status, Problem problem) {
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem);
    }

    private static Locale locale(ContainerRequestContext request) {
        return Languages.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static String path(ContainerRequestContext request) {
        return request.getUriInfo().getRequestUri().getRawPath();
    }
}
