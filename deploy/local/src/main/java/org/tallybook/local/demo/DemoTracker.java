package org.tallybook.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;

/**
 * The demo user's trackers and what they would hold on a given day. Each day depends on its date alone, never on the
 * day before, so that the diary of a longer year contains that of a shorter one.
 */
enum DemoTracker {
    MOOD("Mood", "How the day felt, from 1 to 10", "mood", "points", "#f59e0b", "smile", List.of("mind")) {
        @Override
        List<DemoEntry> on(LocalDate day, Random random) {
            if (random.nextInt(20) == 0) {
                return List.of();
            }
            int mood = DemoMood.on(day);
            return List.of(new DemoEntry(
                    day.atTime(21, random.nextInt(60)), BigDecimal.valueOf(mood), "", DemoMood.emotion(mood, random)));
        }
    },
    SLEEP("Sleep", "Hours in bed, asleep", "hours asleep", "h", "#6366f1", "moon", List.of("health")) {
        @Override
        List<DemoEntry> on(LocalDate day, Random random) {
            double longer = weekend(day) ? 0.8 : 0;
            double hours = 5.9 + longer + DemoMood.on(day) * 0.12 + random.nextGaussian() * 0.6;
            double quarters = Math.round(Math.max(3.5, Math.min(10.5, hours)) * 4) / 4.0;
            return List.of(new DemoEntry(day.atTime(7, random.nextInt(50)), decimal(quarters), "", null));
        }
    },
    SPENDING("Spending", "Everything that is not rent", "amount", "EUR", "#10b981", "wallet", List.of("money")) {
        @Override
        List<DemoEntry> on(LocalDate day, Random random) {
            return random.ints(random.nextInt(weekend(day) ? 4 : 2), 0, SHOPS.size())
                    .mapToObj(shop -> purchase(day, SHOPS.get(shop), random))
                    .toList();
        }
    },
    WEIGHT("Weight", "Before breakfast", "body weight", "kg", "#ef4444", "scale", List.of("health")) {
        @Override
        List<DemoEntry> on(LocalDate day, Random random) {
            if (day.getDayOfWeek() != DayOfWeek.MONDAY && day.getDayOfWeek() != DayOfWeek.THURSDAY) {
                return List.of();
            }
            double season = Math.cos(day.getDayOfYear() / 365.0 * 2 * Math.PI) * 1.8;
            double weight = 78.4 + season + random.nextGaussian() * 0.35;
            return List.of(
                    new DemoEntry(day.atTime(7, 5), decimal(weight).setScale(1, RoundingMode.HALF_UP), "", null));
        }
    },
    RUNNING("Running", "Distance", "distance", "km", "#0ea5e9", "run", List.of("health", "sport")) {
        @Override
        List<DemoEntry> on(LocalDate day, Random random) {
            boolean runs = random.nextInt(7) < (day.getMonthValue() > 3 && day.getMonthValue() < 11 ? 3 : 1);
            double distance = 4 + random.nextInt(5) + random.nextInt(10) / 10.0;
            return runs
                    ? List.of(new DemoEntry(day.atTime(18, random.nextInt(50)), decimal(distance), "", "PROUD"))
                    : List.of();
        }
    },
    JOURNAL("Journal", "What stays of the day", "", "", "#8b5cf6", "book", List.of("mind")) {
        @Override
        List<DemoEntry> on(LocalDate day, Random random) {
            if (random.nextInt(5) > 1) {
                return List.of();
            }
            int mood = DemoMood.on(day);
            LocalDateTime at = day.atTime(LocalTime.of(22, random.nextInt(55)));
            return List.of(new DemoEntry(at, DemoMood.sentence(mood, random), "", DemoMood.emotion(mood, random)));
        }
    };

    private static final List<String> SHOPS =
            List.of("Groceries", "Bakery", "Coffee", "Books", "Train ticket", "Dinner out", "Pharmacy", "Cinema");

    private final String title;
    private final String description;
    private final String whatToTrack;
    private final String unit;
    private final String color;
    private final String icon;
    private final List<String> tags;

    DemoTracker(
            String title,
            String description,
            String whatToTrack,
            String unit,
            String color,
            String icon,
            List<String> tags) {
        this.title = title;
        this.description = description;
        this.whatToTrack = whatToTrack;
        this.unit = unit;
        this.color = color;
        this.icon = icon;
        this.tags = tags;
    }

    /** The entries of a day in the order of their time; the random source is seeded by tracker and date. */
    abstract List<DemoEntry> on(LocalDate day, Random random);

    List<DemoEntry> on(LocalDate day) {
        return on(day, new Random(day.toEpochDay() * 31 + ordinal()));
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    String type() {
        return unit.isEmpty() ? "NOTE" : "NUMERIC";
    }

    /** Empty for notes, which measure nothing. */
    String whatToTrack() {
        return whatToTrack;
    }

    String unit() {
        return unit;
    }

    String color() {
        return color;
    }

    String icon() {
        return icon;
    }

    List<String> tags() {
        return tags;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
    }

    private static DemoEntry purchase(LocalDate day, String shop, Random random) {
        double amount = 2.5 + Math.abs(random.nextGaussian()) * (shop.length() + 6);
        return new DemoEntry(day.atTime(9 + random.nextInt(11), random.nextInt(60)), decimal(amount), shop, null);
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
