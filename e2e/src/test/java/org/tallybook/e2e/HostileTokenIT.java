package org.tallybook.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallybook.e2e.stage.Problems.assertProblem;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallybook.e2e.client.Account;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.client.Json;
import org.tallybook.e2e.client.Mailbox;
import org.tallybook.e2e.client.Person;
import org.tallybook.e2e.stage.EndToEnd;
import org.tallybook.e2e.system.LocalTallybook;

/** A stolen access token, tried at every service directly, where no gateway looks at it first. */
@EndToEnd
class HostileTokenIT {

    private static final Map<String, String> SERVICES = Map.of(
            "auth", "/api/v1/auth/me",
            "tracker", "/api/v1/trackers",
            "report", "/api/v1/reports/monthly/" + YearMonth.now(ZoneOffset.UTC));

    private final LocalTallybook system;
    private final Api api;
    private final Account account = Account.unique("UTC");
    private final Person phone;

    HostileTokenIT(LocalTallybook system, Mailbox mailbox) {
        this.system = system;
        this.api = system.api();
        this.phone = account.join(api, mailbox);
    }

    /** Each way in which an owner ends a session; a lock stands in AdministrationIT. */
    enum End {
        LOGOUT {
            @Override
            void of(Person phone) {
                phone.post("/api/v1/auth/logout").send().expect(204);
            }
        },
        LOGOUT_ALL {
            @Override
            void of(Person phone) {
                laptop(phone).post("/api/v1/auth/logout-all").send().expect(204);
            }
        },
        SESSION_ENDED {
            @Override
            void of(Person phone) {
                String claims = phone.accessToken().split("\\.")[1];
                String session = Json.parse(Base64.getUrlDecoder().decode(claims))
                        .required("sid")
                        .asText();
                laptop(phone).delete("/api/v1/auth/sessions/" + session).send().expect(204);
            }
        },
        PASSWORD_CHANGED {
            @Override
            void of(Person phone) {
                var body = Json.object()
                        .put("currentPassword", phone.account().password())
                        .put("newPassword", "a lantern over the quay at noon");
                laptop(phone)
                        .post("/api/v1/auth/password/change")
                        .json(body)
                        .send()
                        .expect(204);
            }
        },
        DELETED {
            @Override
            void of(Person phone) {
                var body = Json.object().put("password", phone.account().password());
                laptop(phone).delete("/api/v1/auth/me").json(body).send().expect(202, 204);
            }
        };

        abstract void of(Person phone);

        private static Person laptop(Person phone) {
            return phone.account().signIn(phone.api());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isWorthNothingAnywhereOnceItsSessionIsOver(End end) {
        SERVICES.forEach((part, path) ->
                directly(part).get(path).bearer(phone.accessToken()).send().expect(200));

        end.of(phone);

        SERVICES.forEach((part, path) -> {
            assertProblem(directly(part).get(path).bearer(phone.accessToken()).send(), 401);
            assertProblem(phone.get(path).send(), 401);
        });
        var refresh = Json.object().put("refreshToken", phone.refreshToken());
        assertProblem(api.post("/api/v1/auth/refresh").json(refresh).send(), 401);
    }

    static Stream<String> headers() {
        return Stream.of("none", "None", "NONE", "HS256", "RS512", "PS256", "ES256")
                .map(algorithm -> "{\"alg\":\"" + algorithm + "\",\"typ\":\"at+jwt\",\"kid\":\"?\"}");
    }

    /** With the key id of the real key; the signature is the real one, none, or nonsense. */
    @ParameterizedTest
    @MethodSource("headers")
    void isWorthNothingWithAnotherAlgorithm(String header) {
        String[] parts = phone.accessToken().split("\\.");
        String key = Json.parse(Base64.getUrlDecoder().decode(parts[0]))
                .required("kid")
                .asText();
        String forged = base64(header.replace("?", key)) + "." + parts[1] + ".";

        for (String signature : new String[] {"", parts[2], "AAAA"}) {
            SERVICES.forEach((part, path) -> assertProblem(
                    directly(part).get(path).bearer(forged + signature).send(), 401));
        }
    }

    private Api directly(String part) {
        int port = system.part(part).orElseThrow().port();
        assertThat(port).isPositive();
        return new Api(URI.create("http://127.0.0.1:" + port));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
