package org.tallybook.auth.mail;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.kit.problem.Languages;

/**
 * The words of a mail in its receiver's language, from the bundles {@code mail/texts}. A further language is one more
 * file; a language without one reads English.
 */
record MailTexts(ResourceBundle bundle, Locale language, MailKind kind) {

    private static final ResourceBundle.Control ENGLISH_AS_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    static MailTexts of(MailKind kind, Locale wanted) {
        Locale language = Languages.of(wanted.toLanguageTag());
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return new MailTexts(
                ResourceBundle.getBundle("mail.texts", language, loader, ENGLISH_AS_FALLBACK), language, kind);
    }

    String subject() {
        return text("subject", null);
    }

    String text(String part, @Nullable String detail) {
        String pattern = bundle.getString(kind.key() + "." + part);
        return new MessageFormat(pattern, language).format(new Object[] {detail == null ? "" : detail});
    }

    String footer() {
        return bundle.getString("footer");
    }

    String direction() {
        return "ar".equals(language.getLanguage()) ? "rtl" : "ltr";
    }
}
