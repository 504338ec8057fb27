package org.tallybook.kit.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that texts exist in, and the choice among them (RFC 4647, lookup). */
public final class Languages {

    private static final List<Locale> SHIPPED = List.of(
            Locale.ENGLISH,
            Locale.forLanguageTag("es"),
            Locale.FRENCH,
            Locale.GERMAN,
            Locale.forLanguageTag("hi"),
            Locale.forLanguageTag("ar"));
    private static final int LONGEST_HEADER = 200;

    private Languages() {}

    /** The best shipped language for an {@code Accept-Language} header; English if it is absent or cannot be read. */
    public static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return Locale.ENGLISH;
        }
        try {
            Locale match = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SHIPPED);
            return match == null ? Locale.ENGLISH : match;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }

    public static List<Locale> shipped() {
        return SHIPPED;
    }
}
