package org.tallybook.e2e.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.tallybook.e2e.client.Account;
import org.tallybook.e2e.client.Call;
import org.tallybook.e2e.client.Json;

/**
 * A call that takes a JSON body, with a body that it would accept.
 *
 * @param path with {@code {tracker}} and {@code {log}} for the ids of the user who calls
 * @param strings members of the body that are text
 */
public record Endpoint(String method, String path, boolean open, List<String> strings, String valid) {

    /** Every call of the API that takes a JSON body. */
    public static Stream<Endpoint> withBody() {
        return Stream.of(
                open("register", List.of("email", "username", "password", "timeZone", "locale"), registration()),
                open("verify-email", List.of("token"), "{\"token\":\"" + "A".repeat(43) + "\"}"),
                open("verify-email/resend", List.of("email"), "{\"email\":\"nobody@example.org\"}"),
                open(
                        "login",
                        List.of("login", "password"),
                        "{\"login\":\"nobody@example.org\",\"password\":\"nobody's long password\"}"),
                open("refresh", List.of("refreshToken"), "{\"refreshToken\":\"" + "A".repeat(43) + "\"}"),
                own(
                        "PATCH",
                        "/api/v1/auth/me",
                        List.of("username", "timeZone", "locale", "dayStart"),
                        "{\"locale\":\"de\"}"),
                own(
                        "POST",
                        "/api/v1/trackers",
                        List.of("name", "type", "description", "whatToTrack", "unit"),
                        "{\"name\":\"Never created\",\"type\":\"NUMERIC\",\"whatToTrack\":\"how far\",\"unit\":\"km\"}"),
                own(
                        "PUT",
                        "/api/v1/trackers/{tracker}",
                        List.of("name", "type", "description", "whatToTrack", "unit"),
                        "{\"name\":\"Never renamed\",\"type\":\"NUMERIC\",\"whatToTrack\":\"how far\",\"unit\":\"km\"}"),
                own(
                        "PATCH",
                        "/api/v1/trackers/{tracker}",
                        List.of("name", "description", "unit"),
                        "{\"name\":\"Never renamed\"}"),
                own(
                        "POST",
                        "/api/v1/trackers/{tracker}/logs",
                        List.of("description", "emotion", "occurredAt", "zoneId"),
                        "{\"value\":1}"),
                own(
                        "PUT",
                        "/api/v1/trackers/{tracker}/logs/{log}",
                        List.of("description", "emotion", "occurredAt", "zoneId"),
                        "{\"value\":1}"),
                own(
                        "PATCH",
                        "/api/v1/trackers/{tracker}/logs/{log}",
                        List.of("description", "emotion", "occurredAt", "zoneId"),
                        "{\"value\":1}"));
    }

    /** The same call by this user, without a body yet. */
    public Call by(Users user) {
        return open ? user.person().api().call(method, path) : user.person().call(method, user.path(path));
    }

    /** The accepted body with one member changed or added. */
    public String validWith(String member, JsonNode value) {
        ObjectNode body = (ObjectNode) Json.parse(valid);
        return Json.write(body.set(member, value));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Endpoint open(String path, List<String> strings, String valid) {
        return new Endpoint("POST", "/api/v1/auth/" + path, true, strings, valid);
    }

    private static Endpoint own(String method, String path, List<String> strings, String valid) {
        return new Endpoint(method, path, false, strings, valid);
    }

    private static String registration() {
        return Json.write(Account.unique("UTC").registration());
    }
}
