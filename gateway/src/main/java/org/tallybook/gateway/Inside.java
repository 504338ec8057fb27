package org.tallybook.gateway;

import jakarta.inject.Singleton;
import java.util.List;
import org.tallybook.gateway.csrf.CsrfEndpoint;
import org.tallybook.gateway.csrf.CsrfGuard;
import org.tallybook.gateway.docs.ApiDocument;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.gateway.limit.BodyLimit;
import org.tallybook.gateway.limit.RateLimit;
import org.tallybook.gateway.route.Routing;
import org.tallybook.gateway.session.CredentialReader;
import org.tallybook.gateway.session.SessionTokens;
import org.tallybook.gateway.signin.ProviderSignIn;
import org.tallybook.gateway.signin.SignIn;
import org.tallybook.gateway.signin.SignOut;
import org.tallybook.gateway.web.Health;
import org.tallybook.gateway.web.StaticFiles;

/**
 * The steps behind the entrance, up to the proxy. What costs nothing comes before what asks Redis or auth-service, and
 * CSRF before the token, so that a forged request is never given one.
 */
@Singleton
record Inside(
        Health health,
        StaticFiles files,
        ApiDocument document,
        CredentialReader credentials,
        CsrfEndpoint csrfTokens,
        Routing routing,
        BodyLimit bodies,
        CsrfGuard csrf,
        SessionTokens sessions,
        RateLimit rates,
        SignIn signIn,
        ProviderSignIn providers,
        SignOut signOut) {

    List<Interceptor> steps() {
        return List.of(
                health,
                files,
                document,
                credentials,
                csrfTokens,
                routing,
                bodies,
                csrf,
                sessions,
                rates,
                signIn,
                providers,
                signOut);
    }
}
