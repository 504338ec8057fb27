package org.tallybook.auth.session.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.tallybook.auth.session.SignedIn;
import org.tallybook.auth.session.domain.SessionMode;

/** What every way of signing in answers. */
public final class SignInResponses {

    private SignInResponses() {}

    public static Response of(SignedIn signedIn) {
        Object body = signedIn.session().mode() == SessionMode.COOKIE
                ? CookieLoginResponse.of(signedIn)
                : TokenResponse.of(signedIn);
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
