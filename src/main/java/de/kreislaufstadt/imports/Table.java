package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.imports.SourceField.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table as a file has it, before anybody knows what its columns mean. Collects rows within the limits.
 *
 * <p>What a file calls a row is numbered as people see it: the heading is line 1.
 */
final class Table {

    private final String name;
    private final Limits limits;
    private final List<String> headings = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    Table(String name, Limits limits) {
        this.name = name;
        this.limits = limits;
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
        if (cells.stream().allMatch(Cell::isBlank)) {
            return;
        }
        List<Cell> trimmed = trimmed(cells);
        if (trimmed.size() > limits.columns()) {
            throw FormRefused.at("file", "imports.file.tooManyColumns", name, limits.columns());
        }
        if (headings.isEmpty()) {
            head(trimmed);
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
            String heading = cells.get(i).isBlank()
                    ? ""
                    : cells.get(i).text().replaceAll("[\\s\\u00a0]+", " ").strip();
            if (heading.isEmpty()) {
                throw FormRefused.at("file", "imports.column.unnamed", name, i + 1);
            }
            if (!known.add(heading)) {
                throw FormRefused.at(heading, "imports.column.twice", heading);
            }
            headings.add(heading);
        }
    }

    private void body(int line, List<Cell> cells) {
        if (rows.size() == limits.rows()) {
            throw FormRefused.at("file", "imports.file.tooManyRows", name, limits.rows());
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
