package org.tallybook.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tallybook.gateway.exchange.Probe;

class CredentialReaderTest {

    private static final String SID = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private final CredentialReader reader = new CredentialReader(new Cookies(secure()));

    @Test
    void readsTheSessionAmongOtherCookies() {
        Probe probe = Probe.get("/")
                .with("Cookie", "a=b; __Host-sid=" + SID + "; c=d")
                .through(reader);

        assertThat(probe.exchange().get(Credentials.KEY).session()).contains(SID);
        assertThat(probe.exchange().get(Credentials.KEY).bearer()).isEmpty();
    }

    @Test
    void refusesTwoCredentials() {
        ambiguous(Probe.get("/").with("Cookie", "__Host-sid=" + SID).with("Authorization", "Bearer x"));
        ambiguous(Probe.get("/").with("Authorization", "Bearer x").with("Authorization", "Bearer y"));
        ambiguous(Probe.get("/").with("Cookie", "__Host-sid=" + SID + "; __Host-sid=" + SID));
        ambiguous(Probe.get("/").with("Cookie", "__Host-sid=" + SID).with("Cookie", "__Host-sid=other"));
        ambiguous(Probe.get("/").with("Cookie", "__Host-visitor=a; __Host-visitor=b"));
    }

    @Test
    void doesNotTakeTheCookieOfAPlainHttpDoor() {
        Probe probe = Probe.get("/").with("Cookie", "sid=" + SID).through(reader);

        assertThat(probe.exchange().get(Credentials.KEY).session()).isEmpty();
    }

    @Test
    void neverAsksAboutWhatCannotBeASession() {
        Probe probe = Probe.get("/").with("Cookie", "__Host-sid=a b*c").through(reader);

        assertThat(probe.exchange().get(Credentials.KEY).session()).isEmpty();
    }

    @Test
    void writesCookiesThatOnlyThisHostCanSetAndNoScriptCanRead() {
        Cookies cookies = new Cookies(secure());

        assertThat(cookies.session(SID, Optional.empty()))
                .isEqualTo("__Host-sid=" + SID + "; Path=/; HttpOnly; Secure; SameSite=Strict");
        assertThat(cookies.session(SID, Optional.of(Duration.ofDays(30)))).contains("; Max-Age=2592000;");
        assertThat(cookies.clearSession()).startsWith("__Host-sid=; Max-Age=0; Path=/");
    }

    @Test
    void writesPlainCookiesOnlyWhenToldTo() {
        Cookies cookies = new Cookies(new Fixture(SessionConfig.SameSite.STRICT, true));

        assertThat(cookies.session(SID, Optional.empty()))
                .isEqualTo("sid=" + SID + "; Path=/; HttpOnly; SameSite=Strict");
        assertThatThrownBy(() -> new Cookies(new Fixture(SessionConfig.SameSite.NONE, true)))
                .hasMessageContaining("TALLYBOOK_COOKIE_INSECURE");
    }

    @Test
    void partitionsTheCookieOfAFrontEndOnAnotherSite() {
        Cookies cookies = new Cookies(new Fixture(SessionConfig.SameSite.NONE, false));

        assertThat(cookies.session(SID, Optional.empty())).contains("; Secure; SameSite=None; Partitioned");
    }

    private void ambiguous(Probe probe) {
        probe.through(reader);
        assertThat(probe.status()).isEqualTo(400);
        assertThat(probe.body()).contains("/problems/ambiguous-credentials");
    }

    private static SessionConfig secure() {
        return new Fixture(SessionConfig.SameSite.STRICT, false);
    }

    private record Fixture(SameSite sameSite, boolean insecureCookies) implements SessionConfig {

        @Override
        public Duration margin() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration cacheBudget() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration exchangeTimeout() {
            return Duration.ofSeconds(1);
        }
    }
}
