package org.tallybook.auth.connection.api;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.connection.BeginSignIn;
import org.tallybook.auth.connection.BeginSignIn.Command.Member;
import org.tallybook.auth.connection.ListConnections;
import org.tallybook.auth.connection.Provider;
import org.tallybook.auth.connection.Providers;
import org.tallybook.auth.connection.RefreshConnection;
import org.tallybook.auth.connection.domain.Errand;
import org.tallybook.auth.connection.domain.LinkState;
import org.tallybook.auth.connection.domain.LinkedAccount;
import org.tallybook.auth.connection.domain.ReturnTo;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.invitation.domain.InvitationKey;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.secret.TokenKeys;
import org.tallybook.auth.session.RecentProof;
import org.tallybook.auth.session.api.SessionModes;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** The way to a provider. */
@Path("/api/v1/auth/oauth")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
@Tag(name = "Connections")
public class AuthorizeResource {

    private final Providers providers;
    private final ListConnections listing;
    private final RefreshConnection refreshing;
    private final BeginSignIn beginning;
    private final RecentProof proof;
    private final SessionModes modes;
    private final TokenKeys keys;
    private final Visitor visitor;

    AuthorizeResource(
            Providers providers,
            ListConnections listing,
            RefreshConnection refreshing,
            BeginSignIn beginning,
            RecentProof proof,
            SessionModes modes,
            TokenKeys keys,
            Visitor visitor) {
        this.providers = providers;
        this.listing = listing;
        this.refreshing = refreshing;
        this.beginning = beginning;
        this.proof = proof;
        this.modes = modes;
        this.keys = keys;
        this.visitor = visitor;
    }

    /** What was asked for. */
    private record Wish(
            Provider provider,
            ReturnTo returnTo,
            Errand errand,
            boolean again,
            @Nullable InvitationKey invitation,
            HttpServerRequest http) {}

    @GET
    @Path("/{provider}/authorize")
    @PermitAll
    @Operation(
            summary = "Go to a provider: to sign in, or, when signed in, to link the account there",
            description = "A browser is redirected; a client that does not accept text/html gets the URL. Who is signed"
                    + " in and has a good link already stays here: it is refreshed if needed. With again=true even"
                    + " they go, to allow what the link leaves out. With prove=true who is linked there goes there once"
                    + " more and comes back with what /sudo gives: for users without a password.")
    @APIResponse(
            responseCode = "200",
            description = "Where to go; or, for a user who is linked already, the connection",
            content = @Content(schema = @Schema(implementation = AuthorizeResponse.class)))
    @APIResponse(responseCode = "302", description = "To the provider")
    @APIResponse(responseCode = "303", description = "To returnTo: linked already")
    @APIResponse(responseCode = "400", description = "invalid-request, provider-sign-in-invalid")
    @APIResponse(responseCode = "401", description = "unauthenticated: credentials that are not good, or none to prove")
    @APIResponse(
            responseCode = "403",
            description = "proof-required, insufficient-scope; forbidden: another site began")
    @APIResponse(responseCode = "404", description = "not-found: no such provider, or nothing linked there to prove by")
    @APIResponse(responseCode = "502", description = "provider-failed")
    @APIResponse(responseCode = "503", description = "provider-unavailable; see Retry-After")
    public Uni<Response> authorize(
            @PathParam("provider") String name,
            @QueryParam("returnTo") @Nullable String returnTo,
            @QueryParam("prove") boolean prove,
            @QueryParam("again") boolean again,
            @Parameter(description = "for a new user, where registration is by invitation")
                    @QueryParam("invitation")
                    @Nullable
                    String invitation,
            @Context HttpServerRequest http) {
        Provider provider = providers.named(name).orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND));
        ReturnTo target =
                ReturnTo.parse(returnTo).orElseThrow(() -> Rejected.field("returnTo", FieldCode.INVALID_VALUE));
        var wish = new Wish(provider, target, prove ? Errand.PROVE : Errand.LINK, again, key(invitation), http);
        return visitor.caller()
                .chain(caller -> caller.map(who -> serve(wish, who)).orElseGet(() -> signIn(wish)));
    }

    private @Nullable InvitationKey key(@Nullable String invitation) {
        return OpaqueToken.parse(invitation)
                .map(keys::digest)
                .map(InvitationKey::of)
                .orElse(null);
    }

    private Uni<Response> signIn(Wish wish) {
        if (wish.errand() == Errand.PROVE) {
            throw Rejected.because(KitSlugs.UNAUTHENTICATED);
        }
        return begin(wish, null);
    }

    private Uni<Response> serve(Wish wish, Caller who) {
        who.requireScope(Caller.FULL);
        if (visitor.comesFromElsewhere()) {
            throw Rejected.because(KitSlugs.FORBIDDEN);
        }
        var member = new Member(new UserId(who.userId()), new SessionId(who.sessionId()));
        Uni<Optional<LinkedAccount>> linked = listing.at(wish.provider().name(), member.user());
        return wish.errand() == Errand.PROVE
                ? linked.chain(found -> prove(wish, member, found))
                : linked.map(found -> found.filter(account -> !wish.again()))
                        .chain(found -> renewed(found, member.user()))
                        .chain(good ->
                                good.map(account -> stay(wish, account)).orElseGet(() -> proveAndBegin(wish, member)));
    }

    private Uni<Response> prove(Wish wish, Member member, Optional<LinkedAccount> found) {
        if (found.isEmpty()) {
            throw Rejected.because(KitSlugs.NOT_FOUND);
        }
        return begin(wish, member);
    }

    /** A new way to sign in outlives the session that added it, so a stolen session must not be enough. */
    private Uni<Response> proveAndBegin(Wish wish, Member member) {
        return proof.require(member.session()).chain(() -> begin(wish, member));
    }

    /** The link if it is good, which may only now turn out. */
    private Uni<Optional<LinkedAccount>> renewed(Optional<LinkedAccount> found, UserId user) {
        return found.filter(account -> account.state() != LinkState.REVOKED)
                .map(account -> refreshing
                        .refresh(user, account.id())
                        .map(Optional::of)
                        .map(renewed -> renewed.filter(now -> now.state() == LinkState.ACTIVE)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Response> stay(Wish wish, LinkedAccount account) {
        Response.ResponseBuilder answer = visitor.wantsPage()
                ? Response.status(Response.Status.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, wish.returnTo().path())
                : Response.ok(ConnectionResponse.of(account), MediaType.APPLICATION_JSON);
        return Uni.createFrom()
                .item(answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build());
    }

    private Uni<Response> begin(Wish wish, @Nullable Member member) {
        var command = new BeginSignIn.Command(
                wish.provider(),
                member == null ? Errand.SIGN_IN : wish.errand(),
                member,
                visitor.browser(),
                modes.of(wish.http().getHeader(SessionModes.HEADER), wish.http()),
                wish.returnTo(),
                wish.invitation());
        return beginning.begin(command).map(this::send);
    }

    private Response send(URI provider) {
        Response.ResponseBuilder answer = visitor.wantsPage()
                ? Response.status(Response.Status.FOUND).header(HttpHeaders.LOCATION, provider)
                : Response.ok(new AuthorizeResponse(provider.toString()), MediaType.APPLICATION_JSON);
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
