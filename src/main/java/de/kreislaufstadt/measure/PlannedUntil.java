package de.kreislaufstadt.measure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Until when a measure is planned: sources name a day or only a month. */
public sealed interface PlannedUntil {

    /** @return the last day that is meant */
    LocalDate lastDay();

    /** @return German text form, {@code 31.12.2027} or {@code 7/2023} */
    String text();

    /** A named day. */
    record Day(LocalDate lastDay) implements PlannedUntil {

        @Override
        public String text() {
            return DAY.format(lastDay);
        }
    }

    /** A named month. */
    record Month(YearMonth month) implements PlannedUntil {

        @Override
        public LocalDate lastDay() {
            return month.atEndOfMonth();
        }

        @Override
        public String text() {
            return month.getMonthValue() + "/" + month.getYear();
        }
    }

    DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.GERMANY).withResolverStyle(ResolverStyle.STRICT);

    DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("M/uuuu", Locale.GERMANY).withResolverStyle(ResolverStyle.STRICT);

    /**
     * Reads the text form.
     *
     * @throws DateTimeException if it is neither a day nor a month of the calendar
     */
    static PlannedUntil parse(String text) {
        String plain = text.strip();
        return plain.contains("/") ? new Month(YearMonth.parse(plain, MONTH)) : new Day(LocalDate.parse(plain, DAY));
    }
}
