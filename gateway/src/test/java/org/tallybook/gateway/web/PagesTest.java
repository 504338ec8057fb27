package org.tallybook.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.gateway.exchange.Probe;
import org.tallybook.gateway.guard.DoorFixture;

class PagesTest {

    private final SecurityHeaders plain = new SecurityHeaders(DoorFixture.at("http://localhost:8080"));
    private final SecurityHeaders https = new SecurityHeaders(DoorFixture.at("https://tally.example"));
    private final StaticFiles files = new StaticFiles();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/register?invitation=x", "/verify?token=x", "/reset?token=x", "/docs"})
    void servesPagesThatRunNothingInline(String path) {
        Probe probe = Probe.get(path).through(plain, files);

        assertThat(probe.status()).isEqualTo(200);
        assertThat(probe.fields().get("Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(probe.body()).doesNotContain("<style", "onclick=", " style=", "javascript:");
        assertThat(probe.body().replaceAll("<script type=\"module\" src=\"[^\"]+\"></script>", ""))
                .doesNotContain("<script");
    }

    @Test
    void revalidatesFilesByTheirContent() {
        String etag = Probe.get("/app.css").through(files).fields().get("ETag");
        Probe again = Probe.get("/app.css").with("If-None-Match", etag).through(files);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/web/app.js", "/application.properties", "/limit/gcra.lua"})
    void servesNothingThatIsNotListed(String path) {
        assertThat(Probe.get(path).through(files).passed()).isTrue();
    }

    @Test
    void aPageCannotBePosted() {
        assertThat(Probe.a("POST", "/").through(files).passed()).isTrue();
    }

    @Test
    void guardsEveryAnswer() {
        var fields = Probe.get("/api/v1/trackers").through(plain).headWith("Content-Type", "application/json");

        assertThat(fields.get("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(fields.get("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(fields.get("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(fields.get("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(fields.get("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(fields.contains("Strict-Transport-Security")).isFalse();
    }

    @Test
    void insistsOnTlsOnlyWhereThereIsTls() {
        assertThat(Probe.get("/").through(https).headWith().get("Strict-Transport-Security"))
                .contains("max-age=31536000");
    }

    @Test
    void leavesThePolicyOfAReportToTheService() {
        var fields = Probe.get("/api/v1/reports/monthly/2026-11.html")
                .through(plain)
                .headWith("Content-Type", "text/html", "Content-Security-Policy", "default-src 'none'; img-src data:");

        assertThat(fields.getAll("Content-Security-Policy")).containsExactly("default-src 'none'; img-src data:");
    }

    @Test
    void storesNothingOfAuth() {
        var fields = Probe.get("/api/v1/auth/me").through(plain).headWith("Cache-Control", "max-age=60");

        assertThat(fields.getAll("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void isAlive() {
        assertThat(Probe.get("/healthz").through(new Health()).body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(Probe.get("/healthz/x").through(new Health()).passed()).isTrue();
    }
}
