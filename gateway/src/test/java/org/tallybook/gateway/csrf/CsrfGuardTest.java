package org.tallybook.gateway.csrf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.gateway.cors.OriginsFixture;
import org.tallybook.gateway.exchange.Probe;
import org.tallybook.gateway.session.Credentials;

class CsrfGuardTest {

    private static final String OWN = "https://tally.example";
    private static final String APP = "https://app.example.org";
    private static final String SESSION = "session-of-ada-0123456789";

    private final CsrfTokens tokens = new CsrfTokens(Optional.of("src/test/resources/session-secret"));
    private final CsrfGuard guard = new CsrfGuard(tokens, OriginsFixture.of(OWN, APP));
    private final String token = tokens.issue(CsrfTokens.toSession(SESSION));

    @Test
    void letsAMeantRequestPass() {
        assertThat(write().with("Origin", OWN)
                        .with("X-CSRF-Token", token)
                        .through(guard)
                        .passed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://tally.example,same-origin,true",
                "https://tally.example,-,true",
                "https://tally.example,cross-site,false",
                "https://tally.example,same-site,false",
                "https://tally.example,none,false",
                "https://app.example.org,same-site,true",
                "https://app.example.org,cross-site,true",
                "https://app.example.org,same-origin,false",
                "https://evil.example,cross-site,false",
                "null,-,false",
                "-,-,false",
                "-,same-origin,false"
            })
    void wantsAnOriginThatTheBrowserDoesNotContradict(String origin, String site, boolean passes) {
        Probe probe = write().with("X-CSRF-Token", token);
        if (origin != null) {
            probe.with("Origin", origin);
        }
        if (site != null) {
            probe.with("Sec-Fetch-Site", site);
        }
        probe.through(guard);

        assertThat(probe.passed()).isEqualTo(passes);
        if (!passes) {
            assertThat(probe.status()).isEqualTo(403);
            assertThat(probe.body()).contains("/problems/csrf-rejected");
        }
    }

    @Test
    void refusesMissingForeignAndForgedTokens() {
        String foreign = tokens.issue(CsrfTokens.toSession("session-of-bob-0123456789"));
        String visitors = tokens.issue(CsrfTokens.toVisitor(SESSION));
        String forged = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
        for (String bad : new String[] {"", ".", "x", foreign, visitors, forged, token + "x", token.split("\\.")[0]}) {
            assertThat(write().with("Origin", OWN)
                            .with("X-CSRF-Token", bad)
                            .through(guard)
                            .status())
                    .as(bad)
                    .isEqualTo(403);
        }
        assertThat(write().with("Origin", OWN).through(guard).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/xml"
            })
    void refusesTypesThatAFormCouldSend(String type) {
        Probe probe = write().without("Content-Type")
                .with("Content-Type", type)
                .with("Origin", OWN)
                .with("X-CSRF-Token", token);

        assertThat(probe.through(guard).status()).isEqualTo(415);
    }

    @Test
    void refusesABodyWithoutAType() {
        Probe probe = write().without("Content-Type").with("Origin", OWN).with("X-CSRF-Token", token);

        assertThat(probe.through(guard).status()).isEqualTo(415);
    }

    @Test
    void letsFilesBeImported() {
        Probe probe = Probe.a("POST", "/api/v1/imports?format=loop")
                .with("Content-Type", "application/zip")
                .with("Content-Length", "3")
                .with("Origin", OWN)
                .with("X-CSRF-Token", token)
                .after(exchange -> exchange.put(Credentials.KEY, session()));

        assertThat(probe.through(guard).passed()).isTrue();
    }

    @Test
    void readsNeedNoProof() {
        assertThat(Probe.get("/x")
                        .after(exchange -> exchange.put(Credentials.KEY, session()))
                        .through(guard)
                        .passed())
                .isTrue();
    }

    @Test
    void bearerRequestsNeedNoProof() {
        Credentials bearer = new Credentials(Optional.empty(), Optional.of("Bearer x"), Optional.empty());

        assertThat(Probe.a("POST", "/x")
                        .with("Sec-Fetch-Site", "cross-site")
                        .after(exchange -> exchange.put(Credentials.KEY, bearer))
                        .through(guard)
                        .passed())
                .isTrue();
    }

    @Test
    void aVisitorsBrowserNeedsProofToSignIn() {
        Credentials nobody = new Credentials(Optional.empty(), Optional.empty(), Optional.empty());
        Credentials visitor = new Credentials(Optional.empty(), Optional.empty(), Optional.of("visitor-0123456789"));
        String visitorToken = tokens.issue(CsrfTokens.toVisitor("visitor-0123456789"));

        assertThat(login(nobody)
                        .with("Sec-Fetch-Site", "cross-site")
                        .through(guard)
                        .status())
                .isEqualTo(403);
        assertThat(login(nobody).with("X-Session-Mode", "cookie").through(guard).status())
                .isEqualTo(403);
        assertThat(login(visitor).with("Origin", OWN).through(guard).status()).isEqualTo(403);
        assertThat(login(visitor)
                        .with("Origin", OWN)
                        .with("X-CSRF-Token", visitorToken)
                        .through(guard)
                        .passed())
                .isTrue();
    }

    @Test
    void aProgramWithoutAnyMarkOfABrowserNeedsNone() {
        Credentials nobody = new Credentials(Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(login(nobody).through(guard).passed()).isTrue();
    }

    @Test
    void everyTokenLooksDifferent() {
        assertThat(tokens.issue("a")).isNotEqualTo(tokens.issue("a"));
    }

    private static Probe login(Credentials credentials) {
        return Probe.a("POST", "/api/v1/auth/login")
                .with("Content-Type", "application/json")
                .with("Content-Length", "2")
                .after(exchange -> exchange.put(Credentials.KEY, credentials));
    }

    private static Probe write() {
        return Probe.a("POST", "/api/v1/trackers")
                .with("Content-Type", "application/json; charset=utf-8")
                .with("Content-Length", "2")
                .after(exchange -> exchange.put(Credentials.KEY, session()));
    }

    private static Credentials session() {
        return new Credentials(Optional.of(SESSION), Optional.empty(), Optional.empty());
    }
}
