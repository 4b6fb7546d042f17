package de.kreislaufstadt.workshop.record;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Named parameters of a statement about one workshop; choices are stored by their names. */
public final class Params extends MapSqlParameterSource {

    private Params() {}

    public static Params of(String municipality) {
        return new Params().with("municipality", municipality);
    }

    /** Parameters {@code municipality} and {@code workshop}. */
    public static Params of(String municipality, UUID workshop) {
        return of(municipality).with("workshop", workshop);
    }

    public Params with(String name, Object value) {
        addValue(name, value instanceof Enum<?> choice ? choice.name() : value);
        return this;
    }

    /** Parameters of one row; the second argument is its position, counted from 1. */
    public static <T> SqlParameterSource[] rows(List<T> items, BiFunction<T, Integer, Params> row) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> row.apply(items.get(i), i + 1).with("id", UUID.randomUUID()))
                .toArray(SqlParameterSource[]::new);
    }
}
