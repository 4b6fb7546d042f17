package de.kreislaufstadt.process;

import de.kreislaufstadt.process.Identity.Sort;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The condition that keeps rows from being deleted while a block holds: on their municipality, their kind, their measure or
 * the person they are about. A condition of SQL, so that a block set a moment ago holds for the next statement.
 */
public final class DataBlocks {

    private DataBlocks() {}

    /**
     * @param kind kind of data the rows are
     * @param measure SQL that gives the id of a row's measure; {@code null::uuid} where there is none
     * @param people columns by which a person is recognised
     * @return condition that is true for a blocked row; uses the parameters {@code municipality} and {@code today}
     */
    public static String hold(String kind, String measure, Map<String, Sort> people) {
        return """
                exists (select from data_block b where b.municipality_id = :municipality and b.lifted_at is null
                    and (b.held_until is null or b.held_until >= :today)
                    and (b.scope = 'MUNICIPALITY' or b.scope = 'KIND' and b.kind = '%s'
                        or b.scope = 'MEASURE' and b.measure_id = (%s) or b.scope = 'PERSON' and %s))
                """.formatted(kind, measure, person(people));
    }

    private static String person(Map<String, Sort> people) {
        if (people.isEmpty()) {
            return "false";
        }
        Map<Sort, List<String>> columns = people.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        String terms = columns.entrySet().stream()
                .map(entry -> "p.sort = '%s' and p.term in (%s)"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().stream()
                                        .map(column -> "lower(" + column + ")")
                                        .collect(Collectors.joining(", "))))
                .sorted()
                .collect(Collectors.joining(" or "));
        return "exists (select from data_block_term p where p.municipality_id = :municipality and p.block_id = b.id and ("
                + terms + "))";
    }
}
