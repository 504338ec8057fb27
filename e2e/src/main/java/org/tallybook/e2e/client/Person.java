package org.tallybook.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** A signed-in API client: every call carries its access token. */
public final class Person implements Visitor {

    private final Api api;
    private final Account account;
    private final UUID id;
    private volatile Tokens tokens;

    private record Tokens(String access, String refresh) {

        static Tokens of(JsonNode body) {
            return new Tokens(
                    body.required("accessToken").asText(),
                    body.required("refreshToken").asText());
        }
    }

    Person(Api api, Account account, JsonNode login) {
        this.api = api;
        this.account = account;
        this.id = UUID.fromString(login.required("user").required("id").asText());
        this.tokens = Tokens.of(login);
    }

    public Api api() {
        return api;
    }

    public Account account() {
        return account;
    }

    public UUID id() {
        return id;
    }

    public String accessToken() {
        return tokens.access();
    }

    public String refreshToken() {
        return tokens.refresh();
    }

    /** Trades the refresh token for new tokens; no new login. */
    public synchronized void refresh() {
        ObjectNode body = Json.object().put("refreshToken", tokens.refresh());
        tokens = Tokens.of(
                api.post("/api/v1/auth/refresh").json(body).send().expect(200).json());
    }

    @Override
    public Call get(String path) {
        return api.get(path).bearer(accessToken());
    }

    @Override
    public Call post(String path) {
        return api.post(path).bearer(accessToken());
    }

    @Override
    public Call put(String path) {
        return api.put(path).bearer(accessToken());
    }

    @Override
    public Call patch(String path) {
        return api.patch(path).bearer(accessToken());
    }

    @Override
    public Call delete(String path) {
        return api.delete(path).bearer(accessToken());
    }

    public Call call(String method, String path) {
        return api.call(method, path).bearer(accessToken());
    }
}
