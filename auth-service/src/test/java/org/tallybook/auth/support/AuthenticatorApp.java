package org.tallybook.auth.support;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** The app on a person's phone; counts by the standard and not by the code under test. */
public record AuthenticatorApp(String secret, List<String> recoveryCodes) {

    /** Set up and confirmed for whoever holds the access token. Its first code is not spent, so tests need not wait. */
    public static AuthenticatorApp on(JsonPath tokens) {
        String access = tokens.getString("accessToken");
        Response started = start(access);
        started.then().statusCode(200);
        var scanned = new AuthenticatorApp(started.jsonPath().getString("secret"), List.of());
        Response confirmed = confirm(access, scanned.code());
        confirmed.then().statusCode(200);
        forgetUsedSteps(tokens.getString("user.id"));
        return new AuthenticatorApp(scanned.secret(), confirmed.jsonPath().getList("recoveryCodes", String.class));
    }

    public static Response start(String access) {
        return given().auth().oauth2(access).post(Person.PATH + "/mfa/totp");
    }

    public static Response confirm(String access, String code) {
        return given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(Map.of("code", code))
                .post(Person.PATH + "/mfa/totp/confirm");
    }

    /** As if the last code had been used long ago. */
    public static void forgetUsedSteps(String userId) {
        TestDatabase.update("UPDATE totp SET last_step = 0 WHERE user_id = ?::uuid", userId);
    }

    /** The code it shows now. */
    public String code() {
        return code(0);
    }

    /** A code that it showed, or will show, some steps of 30 seconds from now. */
    public String code(int steps) {
        return code(Base32.decode(secret), Clock.systemUTC().instant().getEpochSecond() / 30 + steps);
    }

    /** A code that it shows at no time near now. */
    public String wrongCode() {
        List<String> near = List.of(code(-2), code(-1), code(0), code(1), code(2));
        for (int i = 0; ; i++) {
            String wrong = String.format(Locale.ROOT, "%06d", i);
            if (!near.contains(wrong)) {
                return wrong;
            }
        }
    }

    private static String code(byte[] key, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
