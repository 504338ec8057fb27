package org.tallybook.auth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.mailer.Mail;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.mail.domain.WaitingMail;
import org.tallybook.kit.test.stack.TallybookStack;

/** Every mail in every language, as plain text and as HTML. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class MailWriterIT {

    @Inject
    MailWriter writer;

    static Stream<Arguments> mails() {
        return Stream.of(MailKind.values())
                .flatMap(kind ->
                        Stream.of("en", "es", "fr", "de", "hi", "ar").map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("mails")
    void hasBothPartsInTheReadersLanguageAndDirection(MailKind kind, String language) {
        Mail mail = writer.write(mail(kind, language));

        String direction = language.equals("ar") ? "rtl" : "ltr";
        assertThat(mail.getHtml()).contains("<html lang=\"" + language + "\" dir=\"" + direction + "\">");
        assertThat(mail.getSubject()).isNotBlank();
        for (String part : new String[] {mail.getText(), mail.getHtml()}) {
            assertThat(part)
                    .contains(mail.getSubject(), "http://localhost:8080" + kind.path())
                    .doesNotContain("{", "}", "null", "''", "NOT_FOUND", "\uFFFD");
        }
        if (!language.equals("en")) {
            assertThat(mail.getSubject())
                    .isNotEqualTo(writer.write(mail(kind, "en")).getSubject());
        }
        assertThat(isWrittenInTheScriptOf(language, mail.getText())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void treatsWhatAUserWroteAsText(MailKind kind, String language) {
        Mail mail = writer.write(new WaitingMail(
                UUID.randomUUID(),
                kind,
                new EmailAddress("ada@people.example"),
                Locale.forLanguageTag(language),
                null,
                "<img src=x onerror=alert(1)>",
                Instant.EPOCH,
                1));

        assertThat(mail.getHtml()).doesNotContain("<img");
        assertThat(mail.getSubject()).doesNotContain("\r", "\n");
    }

    private static boolean isWrittenInTheScriptOf(String language, String text) {
        return switch (language) {
            case "ar" ->
                text.codePoints()
                        .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.ARABIC);
            case "hi" ->
                text.codePoints()
                        .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.DEVANAGARI);
            default -> text.codePoints().anyMatch(Character::isLetter);
        };
    }

    private static WaitingMail mail(MailKind kind, String language) {
        return new WaitingMail(
                UUID.randomUUID(),
                kind,
                new EmailAddress("ada@people.example"),
                Locale.forLanguageTag(language),
                null,
                "detail",
                Instant.EPOCH,
                1);
    }
}
