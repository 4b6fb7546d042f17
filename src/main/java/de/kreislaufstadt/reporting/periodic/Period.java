package de.kreislaufstadt.reporting.periodic;

import de.kreislaufstadt.form.FormRefused;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A half-year or a year that is reported on.
 *
 * @param key {@code 2026-H1}, {@code 2026-H2} or {@code 2026}
 * @param from first day
 * @param until last day
 */
record Period(String key, LocalDate from, LocalDate until) {

    private static final Pattern KEY = Pattern.compile("(20[2-9]\\d)(?:-H([12]))?");

    /**
     * @throws FormRefused if the text names no half-year or year from 2020 on
     */
    static Period of(String key) {
        Matcher matcher = KEY.matcher(key == null ? "" : key);
        if (!matcher.matches()) {
            throw FormRefused.at("period", "report.noPeriod").inForm("report");
        }
        int year = Integer.parseInt(matcher.group(1));
        String half = matcher.group(2);
        return new Period(
                key,
                LocalDate.of(year, "2".equals(half) ? 7 : 1, 1),
                "1".equals(half) ? LocalDate.of(year, 6, 30) : LocalDate.of(year, 12, 31));
    }

    boolean isYear() {
        return key.length() == 4;
    }

    boolean hasBegun(LocalDate today) {
        return !from.isAfter(today);
    }
}
