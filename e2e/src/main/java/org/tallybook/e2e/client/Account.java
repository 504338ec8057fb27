package org.tallybook.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a person types to register and to sign in. */
public record Account(String email, String username, String password, String timeZone) {

    private static final String AUTH = "/api/v1/auth";

    /** Nobody else's. */
    public static Account unique(String timeZone) {
        String label = Ids.label();
        return new Account(label + "@example.org", "user_" + label, "correct horse " + label, timeZone);
    }

    public ObjectNode registration() {
        return Json.object()
                .put("email", email)
                .put("username", username)
                .put("password", password)
                .put("timeZone", timeZone)
                .put("locale", "en");
    }

    public ObjectNode login() {
        return Json.object().put("login", email).put("password", password);
    }

    public void register(Api api) {
        api.post(AUTH + "/register").json(registration()).send().expect(202);
    }

    /** Opens the link of the verification mail. */
    public void verify(Api api, Mailbox mailbox) {
        api.post(AUTH + "/verify-email")
                .json(Json.object().put("token", mailbox.awaitToken(email)))
                .send()
                .expect(204);
    }

    public Person signIn(Api api) {
        JsonNode body =
                api.post(AUTH + "/login").json(login()).send().expect(200).json();
        return new Person(api, this, body);
    }

    /** Register, verify, sign in. */
    public Person join(Api api, Mailbox mailbox) {
        register(api);
        verify(api, mailbox);
        return signIn(api);
    }

    @Override
    public String toString() {
        return "Account[" + email + "]";
    }
}
