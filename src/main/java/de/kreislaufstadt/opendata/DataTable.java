package de.kreislaufstadt.opendata;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table of the open data: which rows a measure gives, and what stands in their columns. Cells are texts, numbers, truth values,
 * days or instants; null where nothing is stated.
 *
 * @param <R> what a row is made of, beside its measure
 * @param file name without ending, as in addresses
 */
record DataTable<R>(String file, List<Column<R>> columns, Function<Published, List<R>> rows) {

    DataTable {
        columns = List.copyOf(columns);
    }

    /** @param <R> what a row is made of, beside its measure */
    record Column<R>(String name, BiFunction<Published, R, Object> value) {

        static <R> Column<R> of(String name, Function<R, Object> value) {
            return new Column<>(name, (measure, row) -> value.apply(row));
        }

        static <R> Column<R> ofMeasure(String name, Function<Published, Object> value) {
            return new Column<>(name, (measure, row) -> value.apply(measure));
        }
    }

    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** @return the cells of its rows, in the order of the columns */
    Stream<Object[]> cells(Published measure) {
        return rows.apply(measure).stream()
                .map(row -> columns.stream()
                        .map(column -> column.value().apply(measure, row))
                        .toArray());
    }
}
