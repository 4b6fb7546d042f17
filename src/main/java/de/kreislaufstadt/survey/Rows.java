package de.kreislaufstadt.survey;

import de.kreislaufstadt.process.TaskContext;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** What the tables of this module have in common. */
final class Rows {

    private Rows() {}

    /** Parameters that every row and every query of a measure has. */
    static MapSqlParameterSource of(TaskContext task) {
        return new MapSqlParameterSource()
                .addValue("municipality", task.municipality())
                .addValue("measure", task.measureId())
                .addValue("actor", task.actor());
    }

    static String name(Enum<?> choice) {
        return choice == null ? null : choice.name();
    }

    static String[] names(Collection<? extends Enum<?>> choices) {
        return choices.stream().map(Enum::name).toArray(String[]::new);
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    static <E extends Enum<E>> Set<E> choices(Array array, Function<String, E> constant) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(constant).collect(Collectors.toCollection(TreeSet::new));
    }
}
