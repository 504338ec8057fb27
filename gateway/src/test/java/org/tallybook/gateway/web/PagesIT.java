package org.tallybook.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallybook.gateway.fake.Client.field;
import static org.tallybook.gateway.fake.Client.json;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallybook.gateway.fake.Client;
import org.tallybook.gateway.fake.Fakes;
import org.tallybook.kit.test.stack.TallybookStack;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class PagesIT {

    private final Client client = new Client();

    @BeforeAll
    static void startUpstreams() {
        Fakes.tracker();
    }

    @Test
    void servesTheApp() {
        var page = client.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(field(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(field(page, "Content-Security-Policy")).contains("default-src 'none'");
        assertThat(client.get("/verify?token=abc").statusCode()).isEqualTo(200);
        assertThat(client.get("/index.html").statusCode()).isEqualTo(404);
    }

    @Test
    void mergesTheDocumentsOfTheServicesThatAnswer() {
        var document = client.get("/openapi.json");

        assertThat(json(document).getString("openapi")).isEqualTo("3.1.0");
        assertThat(json(document).getJsonObject("paths").fieldNames()).contains("/api/v1/auth/me");
    }

    @Test
    void isAlive() {
        assertThat(client.get("/healthz").body()).isEqualTo("{\"status\":\"UP\"}");
    }
}
