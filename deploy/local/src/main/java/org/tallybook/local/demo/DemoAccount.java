package org.tallybook.local.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tallybook.local.stack.Pause;
import org.tallybook.local.stack.StackFailure;

/** Gets the demo user signed in: by logging in, or else by registering and following the mailed link. */
final class DemoAccount {

    private static final Duration MAIL_LIMIT = Duration.ofSeconds(20);

    private final DemoApi api;
    private final String mailDirectory;

    /** @param mailDirectory empty when mail goes to a real server */
    DemoAccount(DemoApi api, String mailDirectory) {
        this.api = api;
        this.mailDirectory = mailDirectory;
    }

    /** Returns the user's id; the API is signed in afterwards. */
    String enter() {
        DemoApi.Answer login = login();
        if (!login.ok()) {
            register();
            login = login();
        }
        if (!login.ok()) {
            throw new StackFailure(
                    "The demo user cannot log in (" + login.explanation() + "); was the password changed?");
        }
        return accept(login);
    }

    /** Access tokens live for minutes only; a year of entries may take longer. */
    void enterAgain() {
        DemoApi.Answer login = login();
        if (!login.ok()) {
            throw new StackFailure("The demo user was logged out (" + login.explanation() + ").");
        }
        accept(login);
    }

    private String accept(DemoApi.Answer login) {
        api.signIn(login.body().path("accessToken").asText());
        return login.body().path("user").path("id").asText();
    }

    private DemoApi.Answer login() {
        return api.post("/api/v1/auth/login", Map.of("login", DemoUser.EMAIL, "password", DemoUser.PASSWORD));
    }

    private void register() {
        refuseRealMail();
        CaughtMail mail = new CaughtMail(Path.of(mailDirectory));
        Set<String> old = new HashSet<>(mail.verificationTokens(DemoUser.EMAIL));
        DemoApi.Answer answer = api.post(
                "/api/v1/auth/register",
                Map.of(
                        "email", DemoUser.EMAIL,
                        "username", DemoUser.LOGIN,
                        "password", DemoUser.PASSWORD,
                        "timeZone", DemoUser.ZONE.getId(),
                        "locale", "en"));
        if (!answer.ok()) {
            throw new StackFailure("The demo user cannot register (" + answer.explanation() + ").");
        }
        verify(newToken(mail, old));
    }

    private void verify(String token) {
        DemoApi.Answer answer = api.post("/api/v1/auth/verify-email", Map.of("token", token));
        if (!answer.ok()) {
            throw new StackFailure("The demo user's verification link is refused (" + answer.explanation() + ").");
        }
    }

    /** A user who registered before but never verified gets no second mail by registering, so we ask for one. */
    private String newToken(CaughtMail mail, Set<String> old) {
        long deadline = System.nanoTime() + MAIL_LIMIT.toNanos();
        long resendAt = System.nanoTime() + MAIL_LIMIT.dividedBy(4).toNanos();
        boolean asked = false;
        while (System.nanoTime() < deadline) {
            List<String> fresh = mail.verificationTokens(DemoUser.EMAIL).stream()
                    .filter(token -> !old.contains(token))
                    .toList();
            if (!fresh.isEmpty()) {
                return fresh.get(0);
            }
            if (!asked && System.nanoTime() > resendAt) {
                asked = true;
                api.post("/api/v1/auth/verify-email/resend", Map.of("email", DemoUser.EMAIL));
            }
            Pause.millis(100);
        }
        throw new StackFailure("No verification mail for " + DemoUser.EMAIL + " came to " + mailDirectory + " within "
                + MAIL_LIMIT.toSeconds() + " s.");
    }

    private void refuseRealMail() {
        if (mailDirectory.isEmpty()) {
            throw new StackFailure(
                    "Mail goes to the server in TALLYBOOK_SMTP_URL, so the demo user's link cannot be read"
                            + " here; register " + DemoUser.EMAIL + " (user name " + DemoUser.LOGIN + ", password "
                            + DemoUser.PASSWORD + ") by hand, follow the mailed link, and run demo again.");
        }
    }
}
