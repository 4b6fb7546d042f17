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

    /**
     * @param municipality column with the municipality of the row
     * @param people columns by which a person is recognised
     * @return condition that is true for a row about a person whose data is restricted (Art. 18 DSGVO): it is neither shown
     *     nor mailed nor deleted
     */
    public static String restricted(String municipality, Map<String, Sort> people) {
        return """
                exists (select from data_block b where b.municipality_id = %s and b.restricted
                    and b.lifted_at is null and (b.held_until is null or b.held_until >= current_date) and %s)
                """.formatted(municipality, person(people));
    }

    /** A name may stand among titles and functions; everything else says exactly whose it is. */
    private static String same(Sort sort, String column) {
        return sort == Sort.NAME ? "position(p.term in lower(" + column + ")) > 0" : "p.term = lower(" + column + ")";
    }

    private static String person(Map<String, Sort> people) {
        if (people.isEmpty()) {
            return "false";
        }
        Map<Sort, List<String>> columns = people.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        String terms = columns.entrySet().stream()
                .map(entry -> "p.sort = '%s' and (%s)"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().stream()
                                        .map(column -> same(entry.getKey(), column))
                                        .collect(Collectors.joining(" or "))))
                .sorted()
                .collect(Collectors.joining(" or "));
        return "exists (select from data_block_term p where p.municipality_id = b.municipality_id and p.block_id = b.id and ("
                + terms + "))";
    }
}
