package org.tallybook.auth.connection;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What {@link FakeProvider} is to answer, carried by the code, access token or refresh token that it is shown.
 *
 * <ul>
 *   <li>{@code sub, email, email_verified, name}: its user
 *   <li>{@code challenge, nonce}: what the browser was sent with
 *   <li>{@code lie}: what is wrong with the grant, the ID token or the profile
 *   <li>{@code auth_age}: seconds since its user signed in there; without it, it does not say
 *   <li>{@code scope}: what it says was allowed; without it nothing is said
 *   <li>{@code refresh}: what becomes of a refresh token; without it there is none
 * </ul>
 */
final class Script {

    private final JsonObject fields;

    private Script(JsonObject fields) {
        this.fields = fields;
    }

    static Script of(String subject) {
        return new Script(new JsonObject().put("sub", subject).put("name", "N " + subject));
    }

    static Script parse(String text) {
        return new Script(new JsonObject(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)));
    }

    Script with(String field, Object value) {
        return new Script(fields.copy().put(field, value));
    }

    Script verified(String email) {
        return with("email", email).with("email_verified", true);
    }

    Script lying(String how) {
        return with("lie", how);
    }

    String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(fields.encode().getBytes(StandardCharsets.UTF_8));
    }

    String text(String field) {
        return fields.getString(field);
    }

    String text(String field, String otherwise) {
        return fields.getString(field, otherwise);
    }

    Integer number(String field) {
        return fields.getInteger(field);
    }

    boolean flag(String field) {
        return fields.getBoolean(field, false);
    }

    /** In the words of the provider that owns the path. */
    JsonObject profile(String path) {
        JsonObject own = fields.copy();
        own.fieldNames().removeIf(name -> !name.matches("sub|name|email|email_verified"));
        if (path.startsWith("/github")) {
            return new JsonObject()
                    .put("id", Long.parseLong(text("sub")))
                    .put("login", text("name"))
                    .putNull("email");
        }
        if (path.startsWith("/spotify")) {
            return new JsonObject()
                    .put("id", text("sub"))
                    .put("display_name", text("name"))
                    .put("email", text("email"));
        }
        return "other-userinfo".equals(text("lie")) ? own.put("sub", "somebody else") : own;
    }
}
