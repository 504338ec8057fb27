package org.tallybook.report.monthly.document;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tallybook.report.monthly.document.ReportView.Calendar;
import org.tallybook.report.monthly.document.ReportView.Cell;
import org.tallybook.report.monthly.document.ReportView.Weekday;
import org.tallybook.report.monthly.domain.DayFigures;

/** Lays a month out in weeks that begin where the reader's do: on Monday if only the language is known. */
final class Calendars {

    private static final Cell OUTSIDE = new Cell("", "out", "");
    private static final int HOTTEST = 4;

    private final YearMonth month;
    private final LocalDate lastDay;
    private final Words words;

    /** @param lastDay days after it have not come yet */
    Calendars(YearMonth month, LocalDate lastDay, Words words) {
        this.month = month;
        this.lastDay = lastDay;
        this.words = words;
    }

    Calendar of(String caption, List<DayFigures> days) {
        Map<LocalDate, DayFigures> byDay =
                days.stream().collect(Collectors.toMap(DayFigures::day, Function.identity()));
        int most = days.stream().mapToInt(DayFigures::logCount).max().orElse(0);
        List<DayOfWeek> week = week();
        var cells = new ArrayList<Cell>();
        int lead = week.indexOf(month.atDay(1).getDayOfWeek());
        IntStream.range(0, lead).forEach(blank -> cells.add(OUTSIDE));
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            cells.add(cell(month.atDay(day), byDay, most));
        }
        while (cells.size() % week.size() != 0) {
            cells.add(OUTSIDE);
        }
        return new Calendar(caption, weekdays(week), rows(cells, week.size()));
    }

    private Cell cell(LocalDate day, Map<LocalDate, DayFigures> days, int most) {
        String number = words.number(day.getDayOfMonth());
        DayFigures figures = days.get(day);
        if (figures == null) {
            return new Cell(number, day.isAfter(lastDay) ? "future" : "none", "");
        }
        if (figures.done()) {
            return new Cell(number, "h" + heat(figures.logCount(), most), words.text("entries", figures.logCount()));
        }
        return figures.skipped()
                ? new Cell(number, "skip", words.text("skipped"))
                : new Cell(number, "none", words.text("answer.no"));
    }

    /** From 1 to 4; a month of single entries is not shown as cold. */
    private static int heat(int count, int most) {
        return most < HOTTEST ? count + 1 : Math.max(1, Math.round(HOTTEST * count / (float) most));
    }

    private List<DayOfWeek> week() {
        boolean somewhere = !words.locale().getCountry().isEmpty();
        DayOfWeek first = (somewhere ? WeekFields.of(words.locale()) : WeekFields.ISO).getFirstDayOfWeek();
        return IntStream.range(0, 7).mapToObj(first::plus).toList();
    }

    private List<Weekday> weekdays(List<DayOfWeek> week) {
        return week.stream()
                .map(day -> new Weekday(
                        words.weekday(day, TextStyle.SHORT_STANDALONE), words.weekday(day, TextStyle.FULL_STANDALONE)))
                .toList();
    }

    private static List<List<Cell>> rows(List<Cell> cells, int width) {
        return IntStream.range(0, cells.size() / width)
                .mapToObj(row -> List.copyOf(cells.subList(row * width, (row + 1) * width)))
                .toList();
    }
}
