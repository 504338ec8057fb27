package org.tallybook.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** How the demo user feels on a day: a season, a week and a bit of chance, known from the date alone. */
final class DemoMood {

    private static final int BEST = 10;
    private static final int GOOD = 7;
    private static final int LOW = 4;

    private static final List<String> BRIGHT = List.of("HAPPY", "GRATEFUL", "EXCITED", "PROUD", "CALM");
    private static final List<String> EVEN = List.of("CALM", "NEUTRAL", "TIRED", "BORED");
    private static final List<String> DARK = List.of("STRESSED", "ANXIOUS", "SAD", "ANGRY", "TIRED");

    private static final List<String> GOOD_DAYS = List.of(
            "Long walk by the river, then soup with Mara.",
            "Finished the chapter. It reads well.",
            "Phone call with grandma; she laughed a lot.",
            "First warm evening on the balcony.",
            "The garden gave the first tomatoes.");
    private static final List<String> PLAIN_DAYS = List.of(
            "Work, laundry, early to bed.",
            "Rain all day. Sorted the photos of last summer.",
            "Tried the new bread recipe; next time more salt.",
            "Train late again, read half a book on the platform.");
    private static final List<String> HARD_DAYS = List.of(
            "Slept badly and it showed.",
            "Too many meetings, nothing done.",
            "Argued about the move. We will talk tomorrow.",
            "Headache since noon.");

    private DemoMood() {}

    static int on(LocalDate day) {
        Random random = new Random(day.toEpochDay() * 7919);
        double season = -1.2 * Math.cos((day.getDayOfYear() - 15) / 365.0 * 2 * Math.PI);
        double week = (day.getDayOfWeek().getValue() - 3) * 0.25;
        long mood = Math.round(6 + season + week + random.nextGaussian() * 1.3);
        return (int) Math.max(1, Math.min(BEST, mood));
    }

    static String emotion(int mood, Random random) {
        return pick(mood >= GOOD ? BRIGHT : mood >= LOW ? EVEN : DARK, random);
    }

    static String sentence(int mood, Random random) {
        return pick(mood >= GOOD ? GOOD_DAYS : mood >= LOW ? PLAIN_DAYS : HARD_DAYS, random);
    }

    private static String pick(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
