package org.tallybook.gateway.docs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Merges the OpenAPI documents of the services into the one a client of the gateway needs. Component names get the
 * service's name in front, because two services may call different things the same; paths that the gateway does not
 * route are left out, since nobody can call them; security is described as it is at the door.
 */
final class OpenApiMerge {

    private static final String COMPONENTS = "#/components/";

    private final Predicate<String> routed;
    private final JsonObject paths = new JsonObject();
    private final JsonObject components = new JsonObject();

    OpenApiMerge(Predicate<String> routed) {
        this.routed = routed;
    }

    void add(String service, JsonObject document) {
        String prefix = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
        for (Map.Entry<String, Object> section : document.getJsonObject("components", new JsonObject())) {
            if (section.getValue() instanceof JsonObject members
                    && !section.getKey().equals("securitySchemes")) {
                addComponents(section.getKey(), prefix, members);
            }
        }
        for (Map.Entry<String, Object> path : document.getJsonObject("paths", new JsonObject())) {
            if (routed.test(path.getKey()) && path.getValue() instanceof JsonObject item) {
                paths.put(path.getKey(), secured((JsonObject) renamed(item, prefix)));
            }
        }
    }

    private void addComponents(String section, String prefix, JsonObject members) {
        if (!components.containsKey(section)) {
            components.put(section, new JsonObject());
        }
        JsonObject target = components.getJsonObject(section);
        members.forEach(member -> target.put(prefix + member.getKey(), renamed(member.getValue(), prefix)));
    }

    private static Object renamed(Object node, String prefix) {
        if (node instanceof JsonObject object) {
            JsonObject copy = new JsonObject();
            object.forEach(member -> copy.put(member.getKey(), renamedMember(member, prefix)));
            return copy;
        }
        if (node instanceof JsonArray array) {
            JsonArray copy = new JsonArray();
            array.forEach(item -> copy.add(renamed(item, prefix)));
            return copy;
        }
        return node;
    }

    private static Object renamedMember(Map.Entry<String, Object> member, String prefix) {
        if (member.getKey().equals("$ref")
                && member.getValue() instanceof String reference
                && reference.startsWith(COMPONENTS)) {
            int name = reference.lastIndexOf('/') + 1;
            return reference.substring(0, name) + prefix + reference.substring(name);
        }
        return member.getValue() == null ? "" : renamed(member.getValue(), prefix);
    }

    /** Whatever a service calls its scheme, at the door there are two ways to be somebody. */
    private static JsonObject secured(JsonObject item) {
        for (Map.Entry<String, Object> operation : item) {
            if (operation.getValue() instanceof JsonObject details
                    && details.getValue("security") instanceof JsonArray demands
                    && !demands.isEmpty()) {
                details.put("security", new JsonArray().add(demand("bearer")).add(demand("session")));
            }
        }
        return item;
    }

    private static JsonObject demand(String scheme) {
        return new JsonObject().put(scheme, new JsonArray());
    }

    JsonObject document(String server, String sessionCookie) {
        components.put(
                "securitySchemes",
                new JsonObject()
                        .put("bearer", scheme("http").put("scheme", "bearer"))
                        .put("session", scheme("apiKey").put("in", "cookie").put("name", sessionCookie)));
        return new JsonObject()
                .put("openapi", "3.1.0")
                .put("info", new JsonObject().put("title", "Tallybook").put("version", "v1"))
                .put("servers", new JsonArray().add(new JsonObject().put("url", server)))
                .put("paths", paths)
                .put("components", components);
    }

    private static JsonObject scheme(String type) {
        return new JsonObject().put("type", type);
    }
}
