package de.kreislaufstadt.imports;

import de.kreislaufstadt.measure.GermanNumber;
import de.kreislaufstadt.measure.MeasureRecord.PlanRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A finance plan in one cell: a row for each year or for all later ones, {@code 2025: 10.000,00 € | product group | line}, parted by
 * line breaks or semicolons. The limits are those of the form {@code change-details}.
 */
final class PlanCells {

    private static final String ROWS = "\\s*[;\\n]\\s*";
    private static final int PARTS = 3;
    private static final int CENTS = 2;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    static final int LONGEST_GROUP = 80;
    static final int LONGEST_LINE = 120;
    static final BigDecimal MOST = new BigDecimal("999999999999");

    private PlanCells() {}

    /** @return empty if a row of the cell is none */
    static Optional<List<PlanRow>> read(String cell) {
        List<PlanRow> rows = new ArrayList<>();
        for (String words : cell.strip().split(ROWS)) {
            Optional<PlanRow> row = row(words.strip());
            if (row.isEmpty()) {
                return Optional.empty();
            }
            rows.add(row.get());
        }
        return Optional.of(List.copyOf(rows));
    }

    /** @return the cell that reads as this plan; empty, which says nothing, if none does */
    static String cell(List<PlanRow> plan) {
        String cell = written(plan);
        return plan.isEmpty() || !read(cell).filter(plan::equals).isPresent() ? "" : cell;
    }

    /** @return the plan in words, a row in a line */
    static String written(List<PlanRow> plan) {
        return plan.stream().map(PlanCells::written).collect(Collectors.joining("\n"));
    }

    private static String written(PlanRow row) {
        String when = row.laterYears() ? later() : String.valueOf(row.year());
        List<String> parts = new ArrayList<>(List.of(when + ": " + GermanNumber.euros(row.amount())));
        if (row.productGroup() != null || row.line() != null) {
            parts.add(row.productGroup() == null ? "" : row.productGroup());
        }
        if (row.line() != null) {
            parts.add(row.line());
        }
        return String.join(" | ", parts);
    }

    private static Optional<PlanRow> row(String words) {
        List<String> parts =
                Arrays.stream(words.split("\\|", -1)).map(String::strip).toList();
        int colon = parts.get(0).indexOf(':');
        if (colon < 0 || parts.size() > PARTS) {
            return Optional.empty();
        }
        String when = parts.get(0).substring(0, colon).strip();
        boolean later = isLater(when);
        String group = parts.size() > 1 ? parts.get(1) : "";
        String line = parts.size() > 2 ? parts.get(2) : "";
        boolean fits = group.length() <= LONGEST_GROUP && line.length() <= LONGEST_LINE;
        if (!fits || !later && !isYear(when)) {
            return Optional.empty();
        }
        try {
            BigDecimal amount = GermanNumber.parse(parts.get(0).substring(colon + 1));
            boolean euros = amount.scale() <= CENTS && amount.abs().compareTo(MOST) <= 0;
            return euros
                    ? Optional.of(new PlanRow(later, later ? null : Integer.valueOf(when), amount, group, line))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isYear(String when) {
        return when.matches("\\d{4}") && Integer.parseInt(when) >= FIRST_YEAR && Integer.parseInt(when) <= LAST_YEAR;
    }

    /** @return whether the words stand for all years after the plan */
    static boolean isLater(String words) {
        String plain = words.strip().toLowerCase(Locale.GERMAN);
        return plain.equals(later().toLowerCase(Locale.GERMAN))
                || plain.equals(ImportTexts.english("imports.plan.later").toLowerCase(Locale.GERMAN));
    }

    static String later() {
        return ImportTexts.german("imports.plan.later");
    }
}
