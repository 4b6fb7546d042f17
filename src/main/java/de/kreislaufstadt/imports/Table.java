package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.imports.SourceField.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A table as a file has it, before anybody knows what its columns mean. Collects rows within the limits.
 *
 * <p>What a file calls a row is numbered as people see it: the heading is line 1.
 */
final class Table {

    private final String name;
    private final Limits limits;
    private final Predicate<List<String>> wanted;
    private final List<String> headings = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private int most;
    private boolean passedOver;

    Table(String name, Limits limits) {
        this(name, limits, headings -> true);
    }

    /** @param wanted says by its headings whether anything of it is read */
    Table(String name, Limits limits, Predicate<List<String>> wanted) {
        this.name = name;
        this.limits = limits;
        this.wanted = wanted;
    }

    /**
     * A row below the headings.
     *
     * @param cells in the order of the headings, none missing
     */
    record Row(int line, List<SourceField> cells) {}

    /** A cell before it is known in which column it stands. */
    record Cell(String text, Kind kind) {

        static final Cell EMPTY = new Cell("", Kind.TEXT);

        boolean isBlank() {
            return text == null || text.isBlank();
        }
    }

    /** @return name of its file, with that of the sheet if it is not the first one */
    String name() {
        return name;
    }

    /** @return whether it has no heading at all, or none that is wanted */
    boolean isNothing() {
        return headings.isEmpty();
    }

    List<String> headings() {
        return List.copyOf(headings);
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /**
     * Adds the next row; the first that says anything is the one with the headings, empty ones are passed over.
     *
     * @throws FormRefused if it goes beyond the limits, has cells that no heading stands over, or if the headings are not unique
     */
    void add(int line, List<Cell> cells) {
        if (passedOver || cells.stream().allMatch(Cell::isBlank)) {
            return;
        }
        List<Cell> trimmed = trimmed(cells);
        if (headings.isEmpty()
                && !wanted.test(trimmed.stream().map(Table::heading).toList())) {
            passedOver = true;
            return;
        }
        if (trimmed.size() > limits.columns()) {
            throw FormRefused.at("file", "imports.file.tooManyColumns", name, limits.columns());
        }
        if (headings.isEmpty()) {
            head(trimmed);
            most = ListColumn.partOf(headings).isPresent() ? limits.listRows() : limits.rows();
        } else {
            body(line, trimmed);
        }
    }

    /** @throws FormRefused if there is no row at all */
    Table complete() {
        if (headings.isEmpty()) {
            throw FormRefused.at("file", "imports.file.empty", name);
        }
        return this;
    }

    private void head(List<Cell> cells) {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            String heading = heading(cells.get(i));
            if (heading.isEmpty()) {
                throw FormRefused.at("file", "imports.column.unnamed", name, i + 1);
            }
            if (!known.add(heading)) {
                throw FormRefused.at(heading, "imports.column.twice", heading);
            }
            headings.add(heading);
        }
    }

    private static String heading(Cell cell) {
        return cell.isBlank()
                ? ""
                : cell.text().replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    private void body(int line, List<Cell> cells) {
        if (rows.size() == most) {
            throw FormRefused.at("file", "imports.file.tooManyRows", name, most);
        }
        if (cells.size() > headings.size()) {
            throw FormRefused.at("file", "imports.row.tooLong", name, line, cells.size(), headings.size());
        }
        List<SourceField> fields = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            Cell cell = i < cells.size() ? cells.get(i) : Cell.EMPTY;
            if (cell.text() != null && cell.text().length() > limits.characters()) {
                throw FormRefused.at(headings.get(i), "imports.cell.tooLong", line, limits.characters());
            }
            fields.add(new SourceField(headings.get(i), cell.text(), cell.kind()));
        }
        rows.add(new Row(line, fields));
    }

    private static List<Cell> trimmed(List<Cell> cells) {
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).isBlank()) {
            last--;
        }
        return cells.subList(0, last);
    }
}
