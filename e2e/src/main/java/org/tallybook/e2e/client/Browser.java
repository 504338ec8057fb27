package org.tallybook.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A page of the gateway's own origin: keeps cookies, never sees a token, and sends {@code Origin} and the CSRF token
 * with every unsafe request.
 */
public final class Browser implements Visitor {

    private final Api api;
    private final Map<String, String> cookies = new TreeMap<>();
    private String csrf = "";

    public Browser(Api api) {
        this.api = api;
    }

    /** What the page can read of the answer. */
    public JsonNode signIn(Account account) {
        fetchCsrf();
        Answer answer = post("/api/v1/auth/login")
                .header("X-Session-Mode", "cookie")
                .json(account.login())
                .send()
                .expect(200);
        keepCookies(answer);
        csrf = answer.json().required("csrfToken").asText();
        return answer.json();
    }

    public void fetchCsrf() {
        Answer answer = get("/api/v1/auth/csrf").send().expect(200);
        keepCookies(answer);
        csrf = answer.json().required("csrfToken").asText();
    }

    @Override
    public Call get(String path) {
        return withCookies(api.get(path));
    }

    @Override
    public Call post(String path) {
        return unsafe(api.post(path));
    }

    @Override
    public Call put(String path) {
        return unsafe(api.put(path));
    }

    @Override
    public Call patch(String path) {
        return unsafe(api.patch(path));
    }

    @Override
    public Call delete(String path) {
        return unsafe(api.delete(path));
    }

    public String csrf() {
        return csrf;
    }

    /** The value of one cookie; empty if there is none. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** The value of the {@code Cookie} field. */
    public String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Takes the cookies of an answer, dropping those it clears. */
    public void keepCookies(Answer answer) {
        for (String field : answer.headerValues("Set-Cookie")) {
            String[] pair = field.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || field.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
    }

    private Call unsafe(Call call) {
        return withCookies(call).header("Origin", api.origin()).header("X-CSRF-Token", csrf);
    }

    private Call withCookies(Call call) {
        return cookies.isEmpty() ? call : call.header("Cookie", cookies());
    }
}
