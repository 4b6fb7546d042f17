package de.kreislaufstadt.monitoring;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.monitoring.Portfolio.Row;
import java.util.ArrayList;
import java.util.List;

/** The columns of the portfolio as a table. */
final class PortfolioColumns {

    private PortfolioColumns() {}

    /** @return names of the columns in the language of the reader */
    static List<Object> headings(Texts texts) {
        List<Object> headings = new ArrayList<>();
        for (String column : List.of(
                "municipality",
                "number",
                "title",
                "field",
                "phase",
                "state",
                "lead",
                "step",
                "department",
                "due",
                "light",
                "lightText",
                "days",
                "openTasks",
                "exposure")) {
            headings.add(texts.get("monitoring.column." + column));
        }
        return headings;
    }

    /** @return the cells of a measure, in the order of the headings */
    static List<Object> cells(Row row, Texts texts) {
        List<Object> cells = new ArrayList<>();
        cells.add(row.municipality());
        cells.add(row.number());
        cells.add(row.title());
        cells.add(row.field());
        cells.add(row.phaseLabel());
        cells.add(row.stateLabel());
        cells.add(row.lead());
        cells.add(row.step());
        cells.add(row.department());
        cells.add(row.due());
        cells.add(texts.get("monitoring.light." + row.light().name()));
        cells.add(row.lightText());
        cells.add(row.days());
        cells.add(row.openTasks());
        cells.add(row.exposureText());
        return cells;
    }
}
