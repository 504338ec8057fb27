package org.tallybook.auth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.mail.domain.WaitingMail;
import org.tallybook.kit.problem.Languages;

class WaitingMailTest {

    private static final Instant START = Instant.parse("2026-11-20T21:05:00Z");

    @Test
    void waitsLongerAfterEachAttemptUpToTenMinutes() {
        assertThat(mail(1).pause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(mail(5).pause()).isEqualTo(Duration.ofSeconds(32));
        assertThat(mail(9).pause()).isEqualTo(Duration.ofSeconds(512));
        assertThat(mail(10).pause()).isEqualTo(Duration.ofMinutes(10));
        assertThat(mail(1_000).pause()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void isGivenUpAfterADay() {
        assertThat(mail(1).isStale(START.plus(Duration.ofDays(1)))).isFalse();
        assertThat(mail(1).isStale(START.plus(Duration.ofDays(1)).plusSeconds(1)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void hasWordsInEveryLanguageOrEnglish(MailKind kind) {
        for (Locale language : Languages.shipped()) {
            MailTexts texts = MailTexts.of(kind, language);

            assertThat(Arrays.asList("text", "button", "after"))
                    .allSatisfy(part -> assertThat(texts.text(part, "ada")).isNotBlank());
            assertThat(texts.subject()).isNotBlank().doesNotContain("\n");
            assertThat(texts.text("text", "ada")).doesNotContain("{0}");
        }
    }

    private static WaitingMail mail(int attempts) {
        return new WaitingMail(
                UUID.randomUUID(),
                MailKind.VERIFY_EMAIL,
                new EmailAddress("ada@example.org"),
                Locale.ENGLISH,
                null,
                null,
                START,
                attempts);
    }
}
