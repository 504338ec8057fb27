package org.tallybook.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.test.stack.TallybookStack;

/** What operators and readers of the API see. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class ServiceIT {

    private static final Set<String> PATHS = Set.of(
            "/.well-known/jwks.json",
            "/.well-known/openid-configuration",
            "/api/v1/auth/register",
            "/api/v1/auth/verify-email",
            "/api/v1/auth/verify-email/resend",
            "/api/v1/auth/login",
            "/api/v1/auth/login/mfa",
            "/api/v1/auth/login/mfa/passkey",
            "/api/v1/auth/login/mfa/passkey/options",
            "/api/v1/auth/login/passkey",
            "/api/v1/auth/login/passkey/options",
            "/api/v1/auth/passkeys",
            "/api/v1/auth/passkeys/options",
            "/api/v1/auth/passkeys/{id}",
            "/api/v1/auth/mfa",
            "/api/v1/auth/mfa/totp",
            "/api/v1/auth/mfa/totp/confirm",
            "/api/v1/auth/mfa/recovery-codes",
            "/api/v1/auth/refresh",
            "/api/v1/auth/logout",
            "/api/v1/auth/logout-all",
            "/api/v1/auth/me",
            "/api/v1/auth/me/email",
            "/api/v1/auth/me/export",
            "/api/v1/auth/admin/invitations",
            "/api/v1/auth/admin/invitations/{id}",
            "/api/v1/auth/sudo/passkey",
            "/api/v1/auth/sudo/passkey/options",
            "/api/v1/auth/admin/users/import",
            "/api/v1/auth/password/change",
            "/api/v1/auth/password/forgot",
            "/api/v1/auth/password/reset",
            "/api/v1/auth/audit",
            "/api/v1/auth/oauth",
            "/api/v1/auth/oauth/{provider}/authorize",
            "/api/v1/auth/oauth/{provider}/callback",
            "/api/v1/auth/connections",
            "/api/v1/auth/connections/{id}",
            "/api/v1/auth/connections/{id}/refresh",
            "/api/v1/auth/sudo",
            "/api/v1/auth/tokens",
            "/api/v1/auth/tokens/{id}",
            "/api/v1/auth/admin/users",
            "/api/v1/auth/admin/users/{id}",
            "/api/v1/auth/admin/users/{id}/lock",
            "/api/v1/auth/admin/users/{id}/unlock",
            "/api/v1/auth/admin/users/{id}/sessions",
            "/api/v1/auth/admin/keys/rotate",
            "/api/v1/auth/admin/audit",
            "/api/v1/auth/sessions",
            "/api/v1/auth/sessions/{id}");

    @ConfigProperty(name = "test.management.url", defaultValue = "")
    String management;

    @Test
    void describesEveryPublicCallAndNoInternalOne() {
        JsonPath document = given().queryParam("format", "json")
                .get(management("/q/openapi"))
                .jsonPath();

        assertThat(document.getMap("paths").keySet().stream()
                        .map(String::valueOf)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(PATHS);
    }

    @Test
    void isReady() {
        given().get(management("/q/health/ready")).then().statusCode(200);
    }

    @Test
    void keepsManagementOffTheServicePort() {
        given().get("/q/openapi").then().statusCode(404);
        given().get("/q/metrics").then().statusCode(404);
    }

    private URI management(String path) {
        return URI.create(management.replaceFirst("/q/?$", "") + path);
    }
}
