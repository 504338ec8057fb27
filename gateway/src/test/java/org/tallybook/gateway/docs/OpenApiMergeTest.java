package org.tallybook.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

    private static final String ONE = """
            {"paths": {
               "/api/v1/a": {"get": {"security": [{"SecurityScheme": []}],
                 "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Item"}}}}}}},
               "/internal/v1/x": {"post": {}}},
             "components": {"schemas": {"Item": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Item"}}}},
               "securitySchemes": {"SecurityScheme": {"type": "http"}}}}""";
    private static final String TWO = """
            {"paths": {"/api/v1/b": {"get": {}}}, "components": {"schemas": {"Item": {"type": "string"}}}}""";

    private final JsonObject merged = merge();

    @Test
    void keepsThingsOfTheSameNameApart() {
        JsonObject schemas = merged.getJsonObject("components").getJsonObject("schemas");

        assertThat(schemas.fieldNames()).containsExactlyInAnyOrder("AuthItem", "TrackerItem");
        assertThat(schemas.encode()).contains("\"$ref\":\"#/components/schemas/AuthItem\"");
        assertThat(merged.getJsonObject("paths").encode()).contains("#/components/schemas/AuthItem");
    }

    @Test
    void leavesOutWhatNobodyCanCall() {
        assertThat(merged.getJsonObject("paths").fieldNames()).containsExactlyInAnyOrder("/api/v1/a", "/api/v1/b");
    }

    @Test
    void describesSecurityAsItIsAtTheDoor() {
        assertThat(merged.getJsonObject("components")
                        .getJsonObject("securitySchemes")
                        .fieldNames())
                .containsExactlyInAnyOrder("bearer", "session");
        assertThat(merged.getJsonObject("paths").encode()).contains("\"security\":[{\"bearer\":[]},{\"session\":[]}]");
    }

    private static JsonObject merge() {
        OpenApiMerge merge = new OpenApiMerge(path -> path.startsWith("/api/"));
        merge.add("auth", new JsonObject(ONE));
        merge.add("tracker", new JsonObject(TWO));
        return merge.document("https://tally.example", "__Host-sid");
    }
}
