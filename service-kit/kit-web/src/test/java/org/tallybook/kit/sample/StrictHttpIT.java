package org.tallybook.kit.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.token.TestIssuer;

@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(TestIssuer.class)
class StrictHttpIT {

    @Test
    void keepsDecimalsDigitByDigit() {
        String body = post("{\"name\":\"a\",\"count\":1,\"amount\":-12.50}")
                .statusCode(200)
                .extract()
                .asString();

        assertThat(body).contains("\"amount\":-12.50");
    }

    @Test
    void answersEveryFaultyFieldAtOnce() {
        int before = SampleResource.WRITES.get();

        post("{\"name\":\" \",\"amount\":\"many\",\"extra\":{\"a\":[1]},\"day\":\"2026-02-30\",\"colour\":\"GREEN\","
                        + "\"nested\":{\"text\":7},\"tags\":[\"a\",\"b\",\"c\"]}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tallybook.org/problems/invalid-request"))
                .body("instance", equalTo("/sample"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body(
                        "errors.collect { it.field + ':' + it.code }",
                        containsInAnyOrder(
                                "name:blank",
                                "amount:wrong-type",
                                "extra:unknown-field",
                                "day:invalid-format",
                                "colour:invalid-value",
                                "nested.text:wrong-type",
                                "tags:too-long",
                                "count:required"));
        assertThat(SampleResource.WRITES).hasValue(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "42",
                "{\"name\":\"a\",\"count\":1} {}",
                "{\"name\":\"a\",\"name\":\"b\",\"count\":1}",
                "{\"name\":\"a\",\"count\":1.0}",
                "{\"name\":\"a\",\"count\":\"1\"}",
                "{\"name\":5,\"count\":1}",
                "{\"name\":\"a\\u0000\",\"count\":1}",
                "{\"name\":\"\\ud800\",\"count\":1}",
                "{\"name\":\"a\",\"count\":1,\"amount\":NaN}",
                "{\"name\":\"a\",\"count\":99999999999}",
                "{\"name\":\"a\",\"count\":1,\"amount\":\"\"}",
                "{\"name\":\"a\",\"count\":1,\"amount\":\" \"}",
                "{\"name\":\"a\",\"count\":1,\"amount\":\"\\u0000\"}",
                "{\"name\":\"a\",\"count\":1,\"day\":\"\"}",
                "{\"name\":\"a\",\"count\":1,\"colour\":\"\"}",
                "{\"name\":\"a\",\"count\":1,\"colour\":0}",
                "{\"name\":\"a\",\"count\":1,\"nested\":[]}"
            })
    void refusesWhatIsNotStrictJsonOfThatShape(String body) {
        int before = SampleResource.WRITES.get();

        post(body).statusCode(400).contentType("application/problem+json");

        assertThat(SampleResource.WRITES).hasValue(before);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] body = "{\"name\":\"\u00e4\",\"count\":1}".getBytes(StandardCharsets.ISO_8859_1);

        given().contentType("application/json")
                .body(body)
                .post("/sample")
                .then()
                .statusCode(400)
                .body("type", containsString("invalid-json"));
    }

    @Test
    void refusesNumbersOfTwoThousandDigitsAndDeepNesting() {
        post("{\"name\":\"a\",\"count\":1,\"amount\":" + "9".repeat(2_000) + "}")
                .statusCode(400);
        post("{\"name\":\"a\",\"count\":1,\"nested\":" + "[".repeat(500) + "}").statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"de,darf nicht leer sein", "fr-CA,ne doit pas", "es,no puede", "tlh,must not be blank"})
    void speaksTheCallersLanguage(String language, String message) {
        given().contentType("application/json")
                .header("Accept-Language", language)
                .body("{\"name\":\"\",\"count\":1}")
                .post("/sample")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString(message));
    }

    @Test
    void demandsJson() {
        given().contentType("text/plain")
                .body("{}")
                .post("/sample")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void demandsATypeOfEveryBody() throws IOException, InterruptedException {
        HttpRequest untyped = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/sample"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"x\",\"count\":1}"))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(untyped, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void namesTheMemberThatIsAnArrayByMistake() {
        post("{\"name\":[1],\"count\":1}")
                .statusCode(400)
                .body("errors.find { it.field == 'name' }.code", equalTo("wrong-type"));
    }

    @Test
    void tellsAbsentFromNullInAPatch() {
        given().contentType("application/merge-patch+json")
                .body("{\"tags\":null,\"count\":2}")
                .patch("/sample")
                .then()
                .statusCode(200)
                .body("name", equalTo("stored"))
                .body("tags", equalTo(null))
                .body("count", equalTo(2));
        given().contentType("application/json")
                .body("{\"name\":null}")
                .patch("/sample")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("name"));
    }

    @Test
    void hidesTheCauseOfAFault() {
        given().get("/sample/broken")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body(not(containsString("secret-detail")))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void answersUnknownPathsAndMethodsWithProblems() {
        given().get("/nowhere").then().statusCode(404).contentType("application/problem+json");
        given().delete("/sample").then().statusCode(405).contentType("application/problem+json");
    }

    @Test
    void keepsAWellFormedRequestIdAndReplacesAnyOther() {
        given().header("X-Request-Id", "client-12345678")
                .get("/nowhere")
                .then()
                .header("X-Request-Id", "client-12345678");
        given().header("X-Request-Id", "bad id").get("/nowhere").then().header("X-Request-Id", not("bad id"));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/sample")
                .then();
    }
}
