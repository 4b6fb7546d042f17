package de.kreislaufstadt.paper;

import de.kreislaufstadt.form.ReadersLanguage;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What stands in a cell, as text; called by the template. */
public final class PaperCells {

    /** @return the value as its reader writes it; a dash where there is none, since an empty cell says nothing to a screen reader */
    public String text(Object value) {
        if (value == null) {
            return "–";
        }
        if (value instanceof LocalDate day) {
            return ReadersLanguage.day(day);
        }
        if (value instanceof BigDecimal amount) {
            return number(amount, amount.stripTrailingZeros().scale() > 0 ? 2 : 0);
        }
        return value instanceof Number number ? number(number, 0) : value.toString();
    }

    /** @return how it is aligned */
    public String align(Object value) {
        return value instanceof Number ? "end" : "start";
    }

    /** @return how the heading of a column is aligned: as what stands below it */
    public String align(List<List<Object>> rows, int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .findFirst()
                .map(this::align)
                .orElse("start");
    }

    private static String number(Number number, int decimals) {
        NumberFormat format = NumberFormat.getInstance(ReadersLanguage.numbers());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }
}
