package de.kreislaufstadt.released;

import de.kreislaufstadt.released.ReleasedMeasures.Counts;
import de.kreislaufstadt.released.ReleasedMeasures.Selection;
import de.kreislaufstadt.released.ReleasedMeasures.Sum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and sums of what is public, in one statement. */
@Repository
class CountTable {

    /** Of measures that share a cost the first one by number brings it into the sum; all of them state it. */
    private static final String COUNTS = "with chosen as (select m.number, m.field_of_action, l.phase, l.state,"
            + " m.co2_unit, m.co2_number, m.cost_unit, m.cost_number, m.cost_group " + EntryTable.SELECTED + """
            )
            select 'PUBLISHED' as kind, null as key, count(*) as number, null::numeric as total from chosen
            union all select 'GAP', null, coalesce(max(decided_unpublished), 0), null from released_gap
                      where municipality_id = :municipality
            union all select 'FIELD', field_of_action, count(*), null from chosen group by field_of_action
            union all select 'PHASE', phase, count(*), null from chosen where phase is not null group by phase
            union all select 'STATE', state, count(*), null from chosen where state is not null group by state
            union all select 'CO2', co2_unit, count(*), sum(co2_number) from chosen
                      where co2_unit is not null group by co2_unit
            union all select 'COST', cost_unit, count(*), sum(cost_number) filter (where cost_group is null or place = 1)
                      from (select cost_unit, cost_number, cost_group,
                                   row_number() over (partition by cost_unit, cost_group order by number) as place
                            from chosen where cost_unit is not null) shared
                      group by cost_unit
            order by 1, 2
            """;

    private final JdbcClient jdbc;

    CountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(String kind, String key, int number, BigDecimal total) {}

    Counts of(String municipality, Selection selection) {
        List<Line> lines = EntryTable.selected(jdbc, COUNTS, municipality, selection)
                .query((row, i) -> new Line(
                        row.getString("kind"), row.getString("key"), row.getInt("number"), row.getBigDecimal("total")))
                .list();
        int published = number(lines, "PUBLISHED");
        return new Counts(
                published,
                number(lines, "GAP"),
                counted(lines, "FIELD"),
                counted(lines, "PHASE"),
                counted(lines, "STATE"),
                sums(lines, "CO2", published),
                sums(lines, "COST", published));
    }

    private static int number(List<Line> lines, String kind) {
        return lines.stream()
                .filter(line -> line.kind().equals(kind))
                .mapToInt(Line::number)
                .sum();
    }

    private static Map<String, Integer> counted(List<Line> lines, String kind) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        lines.stream().filter(line -> line.kind().equals(kind)).forEach(line -> counted.put(line.key(), line.number()));
        return counted;
    }

    private static List<Sum> sums(List<Line> lines, String kind, int of) {
        List<Sum> sums = new ArrayList<>();
        lines.stream()
                .filter(line -> line.kind().equals(kind))
                .forEach(line -> sums.add(new Sum(line.key(), line.total(), line.number(), of)));
        return sums;
    }
}
