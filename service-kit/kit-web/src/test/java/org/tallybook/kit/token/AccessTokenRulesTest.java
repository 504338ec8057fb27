package org.tallybook.kit.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges that a test with a running clock cannot stand on. */
class AccessTokenRulesTest {

    private static final long NOW = 1_800_000_000;

    @ParameterizedTest
    @CsvSource({"0, 300", "5, 305", "0, 1", "-300, 0", "-10000, -9999"})
    void letsATokenOfTheRightAgePass(long issued, long expires) throws Exception {
        AccessTokenRules.checkClaims(token(issued, expires), Instant.ofEpochSecond(NOW));
    }

    @ParameterizedTest
    @CsvSource({"6, 100", "0, 301", "0, 0", "0, -1", "-1800000000, -1799999900"})
    void refusesATokenFromTheFutureOrOfTooLongALife(long issued, long expires) {
        JsonWebToken token = token(issued, expires);

        assertThatThrownBy(() -> AccessTokenRules.checkClaims(token, Instant.ofEpochSecond(NOW)))
                .isInstanceOf(ParseException.class);
    }

    @Test
    void readsTheKeyFromAGoodHeader() throws Exception {
        assertThat(AccessTokenRules.checkHeader(header("{'alg':'RS256','typ':'at+jwt','kid':'a-B_9'}")))
                .isEqualTo("a-B_9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'alg':'RS256','typ':'at+jwt'}",
                "{'alg':'RS256','typ':'at+jwt','kid':7}",
                "{'alg':'RS256','typ':'at+jwt','kid':''}",
                "{'alg':'RS256','typ':'at+jwt','kid':'a/b'}",
                "{'alg':'RS256','typ':'at+jwt','kid':'a\\u0000'}",
                "{'alg':'RS256','typ':'at+jwt','kid':'a','kid':'b'}",
                "{'alg':'none','alg':'RS256','typ':'at+jwt','kid':'a'}",
                "{'alg':'rs256','typ':'at+jwt','kid':'a'}",
                "{'alg':'RS256 ','typ':'at+jwt','kid':'a'}",
                "{'alg':['RS256'],'typ':'at+jwt','kid':'a'}",
                "{'alg':'RS256','typ':'AT+JWT','kid':'a'}",
                "{'alg':'RS256','typ':'application/at+jwt','kid':'a'}",
                "{'alg':'RS256','typ':'at+jwt','kid':'a','x5u':'http://127.0.0.1/'}",
                "{'alg':'RS256','typ':'at+jwt','kid':'a','crit':[]}",
                "[]",
                "null",
                "{"
            })
    void refusesAnyOtherHeader(String json) {
        String token = header(json);

        assertThatThrownBy(() -> AccessTokenRules.checkHeader(token)).isInstanceOf(ParseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", ".x.y", "&&&.x.y", "\u00e4.x.y"})
    void refusesWhatHasNoHeader(String token) {
        assertThatThrownBy(() -> AccessTokenRules.checkHeader(token)).isInstanceOf(ParseException.class);
    }

    @Test
    void readsNoTokenThatIsFarTooLong() {
        String token = header("{'alg':'RS256','typ':'at+jwt','kid':'a'}") + "x".repeat(4096);

        assertThatThrownBy(() -> AccessTokenRules.checkHeader(token)).hasMessageContaining("too long");
    }

    private static String header(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + ".e30.c2ln";
    }

    private static JsonWebToken token(long issued, long expires) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(UUID.randomUUID().toString());
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setStringClaim("sid", UUID.randomUUID().toString());
        claims.setStringClaim("scope", "full");
        claims.setStringClaim("locale", "en");
        claims.setStringClaim("zoneinfo", "UTC");
        claims.setIssuedAt(NumericDate.fromSeconds(NOW + issued));
        claims.setExpirationTime(NumericDate.fromSeconds(NOW + expires));
        return new DefaultJWTCallerPrincipal(claims);
    }
}
