package de.kreislaufstadt.publication;

import de.kreislaufstadt.form.FormRefused;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A quarter of a year.
 *
 * @param from its first day
 */
record Quarter(LocalDate from) {

    private static final int MONTHS = 3;
    private static final Pattern KEY = Pattern.compile("(20\\d{2})-Q([1-4])");

    /** @return the quarter with this first day */
    static Quarter of(LocalDate from) {
        return new Quarter(from);
    }

    /**
     * @param key e.g. {@code 2026-Q3}
     * @throws FormRefused if there is no such quarter
     */
    static Quarter parse(String key) {
        Matcher matcher = KEY.matcher(key == null ? "" : key);
        if (!matcher.matches()) {
            throw FormRefused.at("quarter", "publication.times.noQuarter");
        }
        return new Quarter(LocalDate.of(
                Integer.parseInt(matcher.group(1)), (Integer.parseInt(matcher.group(2)) - 1) * MONTHS + 1, 1));
    }

    /** @return the quarters that are over, the newest first */
    static List<Quarter> lastOnes(LocalDate today, int most) {
        LocalDate running = today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1L) % MONTHS);
        return IntStream.rangeClosed(1, most)
                .mapToObj(back -> new Quarter(running.minusMonths((long) back * MONTHS)))
                .toList();
    }

    String key() {
        return from.getYear() + "-Q" + ((from.getMonthValue() - 1) / MONTHS + 1);
    }

    boolean isOver(LocalDate today) {
        return !from.plusMonths(MONTHS).isAfter(today);
    }
}
