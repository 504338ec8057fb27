package org.tallybook.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallybook.e2e.client.Account;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.client.Browser;
import org.tallybook.e2e.client.Json;
import org.tallybook.e2e.client.Mailbox;
import org.tallybook.e2e.client.Person;
import org.tallybook.e2e.stage.EndToEnd;
import org.tallybook.e2e.system.LocalTallybook;

/** The logs of a whole installation, gateway, services and servers, hold nothing that opens an account or names one. */
@EndToEnd
class HostileLogIT {

    private static final List<String> PATHS = List.of(
            "/api/v1/auth/me",
            "/api/v1/trackers",
            "/api/v1/logs",
            "/api/v1/reports/monthly/" + YearMonth.now(ZoneOffset.UTC));

    private final LocalTallybook system;
    private final Api api;
    private final Mailbox mailbox;
    private final Account account = Account.unique("UTC");
    private final List<String> secret = new ArrayList<>(List.of(account.email(), account.password()));

    HostileLogIT(LocalTallybook system, Mailbox mailbox) {
        this.system = system;
        this.api = system.api();
        this.mailbox = mailbox;
    }

    @Test
    void noSecretOfAUserIsInAnyLog() throws IOException {
        account.register(api);
        secret.add(mailbox.awaitToken(account.email()));
        account.verify(api, mailbox);
        Person person = account.signIn(api);
        useEverywhere(person);
        browse();
        beRefused(person);
        mailAReport(person);
        person.refresh();
        secret.addAll(List.of(person.accessToken(), person.refreshToken()));
        person.post("/api/v1/auth/logout").send().expect(204);

        assertThat(system.logFiles()).isNotEmpty();
        for (Path log : system.logFiles()) {
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            secret.forEach(value -> assertThat(text.contains(value))
                    .as("%s holds secret number %d", log.getFileName(), secret.indexOf(value))
                    .isFalse());
        }
    }

    private void useEverywhere(Person person) {
        secret.addAll(List.of(person.accessToken(), person.refreshToken()));
        ObjectNode wanted = Json.object().put("name", "Program");
        wanted.withArray("scopes").add("trackers:read").add("reports:read");
        String program = person.post("/api/v1/auth/tokens")
                .json(wanted)
                .send()
                .expect(201)
                .json()
                .required("token")
                .asText();
        secret.add(program);
        for (String path : PATHS) {
            person.get(path).send().expect(200);
            api.get(path).bearer(program).send().expect(200);
        }
    }

    private void browse() {
        Browser browser = new Browser(api);
        browser.signIn(account);
        secret.add(browser.csrf());
        for (String cookie : browser.cookies().split("; ")) {
            secret.add(cookie.substring(cookie.indexOf('=') + 1));
        }
        PATHS.forEach(path -> browser.get(path).send().expect(200));
    }

    private void beRefused(Person person) {
        String token = person.accessToken();
        String broken =
                "{\"login\":\"" + account.email() + "\",\"password\":\"" + account.password() + "\",\"x\":" + token;
        api.post("/api/v1/auth/login").json(broken).send().expect(400);
        api.post("/api/v1/auth/login")
                .json(account.login().put("password", account.password() + " "))
                .send()
                .expect(401);
        for (String path : PATHS) {
            api.get(path + "?access_token=" + token).send().expect(401);
            api.get(path + "//" + token).send().expect(400);
            api.get(path)
                    .bearer(token.substring(0, token.length() - 5) + "AAAAA")
                    .send()
                    .expect(401);
            person.post(path).json("{\"x\":" + token).send();
        }
    }

    /** Asked for is enough: that it cannot be mailed, if so, is what would be logged. */
    private static void mailAReport(Person person) {
        person.post("/api/v1/reports/monthly/" + YearMonth.now(ZoneOffset.UTC) + "/send")
                .send();
    }
}
