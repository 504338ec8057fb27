package org.tallybook.report.monthly.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.tallybook.report.monthly.domain.Tracker;

/**
 * The report's language: texts from the bundles {@code report/words}, numbers and dates as the reader writes them. A
 * language we have no texts in is English throughout, numbers too: a half-translated page reads worse than a foreign
 * one.
 */
final class Words {

    private static final List<String> SHIPPED = List.of("en", "es", "fr", "de");
    private static final ResourceBundle.Control ENGLISH_AS_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int MOST_DIGITS = 10;
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle =
                ResourceBundle.getBundle("report.words", locale, Words.class.getClassLoader(), ENGLISH_AS_FALLBACK);
    }

    static Words in(Locale wanted) {
        return new Words(SHIPPED.contains(wanted.getLanguage()) ? plain(wanted) : Locale.ENGLISH);
    }

    /** Without extensions, which could switch digits or calendars that the texts do not expect. */
    private static Locale plain(Locale wanted) {
        return new Locale.Builder()
                .setLanguage(wanted.getLanguage())
                .setRegion(wanted.getCountry())
                .build();
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Every digit that was given, up to ten after the point. */
    String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(Math.min(Math.max(number.scale(), 0), MOST_DIGITS));
        format.setMaximumFractionDigits(MOST_DIGITS);
        return format.format(number);
    }

    /** An average, to two digits more than nothing. */
    String rounded(BigDecimal number) {
        BigDecimal two = number.scale() > 2 ? number.setScale(2, RoundingMode.HALF_EVEN) : number;
        return number(two);
    }

    String quantity(BigDecimal number, @Nullable String unit) {
        String text = rounded(number);
        return unit == null || unit.isBlank() ? text : text + "\u00a0" + clean(unit);
    }

    /** In the tracker's unit; a duration as hours and minutes. */
    String measure(BigDecimal number, Tracker tracker) {
        return tracker.isDuration() ? duration(number) : quantity(number, tracker.unit());
    }

    /** With its sign, also when it grows. */
    String signed(BigDecimal difference, Tracker tracker) {
        String text = tracker.isDuration() ? duration(difference) : rounded(difference);
        return (difference.signum() > 0 ? "+" : "") + text;
    }

    /** {@code 7:30} hours and minutes, rounded; {@code 0:01:30} with seconds where they matter, below an hour. */
    String duration(BigDecimal seconds) {
        BigDecimal whole = seconds.abs().setScale(0, RoundingMode.HALF_EVEN);
        boolean fine = whole.compareTo(HOUR) < 0 && whole.remainder(MINUTE).signum() != 0;
        BigDecimal minutes = whole.divide(MINUTE, 0, fine ? RoundingMode.DOWN : RoundingMode.HALF_EVEN);
        String text = String.format(
                Locale.ROOT,
                "%d:%02d",
                minutes.divideToIntegralValue(MINUTE).longValue(),
                minutes.remainder(MINUTE).intValue());
        String rest = fine
                ? String.format(Locale.ROOT, ":%02d", whole.remainder(MINUTE).intValue())
                : "";
        return (seconds.signum() < 0 ? "-" : "") + text + rest;
    }

    String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    /** {@code November 2026}. */
    String month(YearMonth month) {
        String text = month.format(DateTimeFormatter.ofPattern(
                "es".equals(locale.getLanguage()) ? "LLLL 'de' yyyy" : "LLLL yyyy", locale));
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** {@code November}, as it stands inside a sentence. */
    String monthName(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, locale);
    }

    String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
    }

    String longDay(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale));
    }

    String weekday(DayOfWeek day, TextStyle style) {
        return day.getDisplayName(style, locale);
    }

    /** The user's words for an emotion, or ours for one of ours. */
    String emotion(String name) {
        return has("emotion." + name) ? text("emotion." + name) : clean(name);
    }

    /** What XML 1.0 cannot hold becomes a replacement character: a page must render whatever somebody once typed. */
    String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var clean = new StringBuilder(text.length());
        text.codePoints().map(Words::legal).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int legal(int character) {
        boolean control = character < 0x20 && character != '\t' && character != '\n' && character != '\r';
        boolean surrogate = character >= 0xD800 && character <= 0xDFFF;
        boolean none = (character & 0xFFFE) == 0xFFFE;
        return control || surrogate || none || character == 0x7F ? 0xFFFD : character;
    }
}
