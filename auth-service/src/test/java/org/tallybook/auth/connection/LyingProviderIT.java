package org.tallybook.auth.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;

/** Whatever a provider answers, nobody gets in who should not, nothing is stored, and the answer comes in time. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(FakeProvider.class)
class LyingProviderIT {

    private static final String PROBLEMS = "https://tallybook.org/problems/";

    @jakarta.inject.Inject
    Secrets secrets;

    private Wanderer browser;
    private String subject;
    private String email;

    @BeforeEach
    void somebodyNew() {
        browser = Wanderer.anonymous(secrets.internalKey());
        subject = String.valueOf(Math.abs(UUID.randomUUID().getMostSignificantBits() >> 8));
        email = "liar." + subject + "@people.example";
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(TestDatabase.count("SELECT count(*) FROM linked_account WHERE subject = ?", subject))
                .isZero();
        assertThat(TestDatabase.count("SELECT count(*) FROM identity WHERE email_key = ?", email))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iss",
                "aud",
                "two-audiences",
                "azp",
                "nonce",
                "no-nonce",
                "no-sub",
                "no-exp",
                "expired",
                "signature",
                "tampered",
                "none",
                "hs256-secret",
                "hs256-key",
                "unknown-kid",
                "no-id-token"
            })
    void believesNoWrongIdToken(String lie) {
        fails(browser.travel("acme", Script.of(subject).verified(email).lying(lie)), 502, "provider-failed");
    }

    @ParameterizedTest
    @CsvSource({
        "html, 502, provider-failed",
        "array, 502, provider-failed",
        "huge, 503, provider-unavailable",
        "redirect, 502, provider-failed",
        "no-access-token, 502, provider-failed",
        "not-a-client, 502, provider-failed",
        "error-200, 400, provider-sign-in-invalid",
        "hang, 503, provider-unavailable",
        "drip, 503, provider-unavailable",
        "500, 503, provider-unavailable",
        "429, 503, provider-unavailable"
    })
    void survivesAnyAnswerOfATokenEndpoint(String lie, int status, String slug) {
        Response answer =
                browser.travel("acme", Script.of(subject).verified(email).lying(lie));

        fails(answer, status, slug);
        answer.then().time(lessThan(3_500L));
        if (lie.equals("429")) {
            answer.then().header("Retry-After", equalTo("77"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "wrong-issuer, 502, provider-failed",
        "html, 502, provider-failed",
        "huge, 502, provider-failed",
        "moved, 502, provider-failed",
        "slow, 503, provider-unavailable",
        "down, 503, provider-unavailable"
    })
    void survivesAnyDiscoveryDocument(String provider, int status, String slug) {
        Response answer = browser.authorize(provider);

        fails(answer, status, slug);
        answer.then().time(lessThan(3_500L));
    }

    @Test
    void believesNoUserInfoAboutSomebodyElse() {
        Script script = Script.of(subject).verified(email).with("only-in-userinfo", true);

        fails(browser.travel("acme", script.lying("other-userinfo")), 502, "provider-failed");
    }

    @ParameterizedTest
    @CsvSource({"profile-401, 400, provider-sign-in-invalid", "profile-html, 502, provider-failed"})
    void survivesAnyProfile(String lie, int status, String slug) {
        fails(browser.travel("github", Script.of(subject).verified(email).lying(lie)), status, slug);
    }

    private static void fails(Response answer, int status, String slug) {
        answer.then().statusCode(status).body("type", equalTo(PROBLEMS + slug));
    }
}
