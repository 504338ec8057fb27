package org.tallybook.auth.identity.api;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/** Checks and reads the fields that registration and profile share. Checks pass over null. */
public final class ProfileFields {

    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*+");
    private static final int LONGEST_LOCALE = 35;
    private static final Pattern DAY_START = Pattern.compile("(?:[01]\\d|2[0-3]):[0-5]\\d");

    private ProfileFields() {}

    /** A name of the IANA time zone database, spelt as it spells it. */
    public static void checkTimeZone(@Nullable String timeZone, FieldErrors errors) {
        errors.addIf(
                timeZone != null && !(ZONES.contains(timeZone) && isIana(timeZone)),
                "timeZone",
                FieldCode.INVALID_VALUE);
    }

    /** A language tag (BCP 47), at most 35 characters. */
    public static void checkLocale(@Nullable String locale, FieldErrors errors) {
        errors.addIf(locale != null && !isLocale(locale), "locale", FieldCode.INVALID_VALUE);
    }

    /** {@code HH:mm}, 00:00 to 23:59. */
    public static void checkDayStart(@Nullable String dayStart, FieldErrors errors) {
        errors.addIf(dayStart != null && !DAY_START.matcher(dayStart).matches(), "dayStart", FieldCode.INVALID_FORMAT);
    }

    public static ZoneId zone(@Nullable String timeZone) {
        return ZoneId.of(timeZone == null ? "UTC" : timeZone);
    }

    public static Locale locale(@Nullable String tag) {
        return tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag);
    }

    public static LocalTime dayStart(@Nullable String text) {
        return text == null ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    /** Java adds names of its own, which no other system knows. */
    private static boolean isIana(String timeZone) {
        return !timeZone.startsWith("SystemV/");
    }

    private static boolean isLocale(String tag) {
        return tag.length() <= LONGEST_LOCALE
                && LOCALE.matcher(tag).matches()
                && !Locale.forLanguageTag(tag).getLanguage().isEmpty();
    }
}
