package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.ImportPlan.Fate;
import de.kreislaufstadt.imports.ImportPlan.Row;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What would become, or has become, of each row of an import. */
@Repository
class ImportTable {

    private static final String ROWS = """
            select position, line, external_id, number, measure_id, fate, findings, seen, applied_at is not null as applied
            from import_row where municipality_id = :municipality and run_id = :run and position > :after
                and (cast(:fate as text) is null or fate = :fate)
            order by position limit :most
            """;

    private final JdbcClient jdbc;

    ImportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row as it is kept.
     *
     * @param position place in the plan, counted from 1
     * @param line place in its file
     * @param number number of the measure, null if a new one has none yet
     * @param findings how many
     * @param seen version of the record it was compared with, 0 for a new measure; null if it changes nothing
     * @param applied whether it is carried out, not only planned
     */
    record Kept(
            int position,
            Integer line,
            String id,
            String number,
            UUID measure,
            Fate fate,
            int findings,
            Integer seen,
            boolean applied) {}

    void forgetPlan(String municipality, UUID run) {
        jdbc.sql("delete from import_row where municipality_id = :municipality and run_id = :run")
                .param("municipality", municipality)
                .param("run", run)
                .update();
    }

    /** @param position place of the row in the plan, counted from 1 */
    void planned(String municipality, UUID run, int position, Row row, String report) {
        write(municipality, run, position, row, row.measure(), row.fate(), report, null);
    }

    /**
     * Notes what has become of a row.
     *
     * @param measure null if the row was refused and means no measure that is there
     * @return whether nobody else has carried the row out
     */
    boolean applied(
            String municipality,
            UUID run,
            int position,
            Row row,
            UUID measure,
            String number,
            Fate fate,
            String report,
            Instant at) {
        return write(
                municipality,
                run,
                position,
                new Row(
                        row.position(),
                        row.id(),
                        row.measure(),
                        number,
                        row.fate(),
                        row.fields(),
                        row.accounts(),
                        row.findings(),
                        row.next()),
                measure,
                fate,
                report,
                at);
    }

    private boolean write(
            String municipality,
            UUID run,
            int position,
            Row row,
            UUID measure,
            Fate fate,
            String report,
            Instant appliedAt) {
        return jdbc.sql("""
                        insert into import_row as r (run_id, municipality_id, position, line, external_id, number, measure_id, fate,
                            findings, seen, report, applied_at)
                        values (:run, :municipality, :position, :line, left(:id, 250), left(:number, 250), cast(:measure as uuid),
                            :fate, :findings, cast(:seen as integer), cast(:report as jsonb), cast(:at as timestamptz))
                        on conflict (run_id, position) do update set number = excluded.number, measure_id = excluded.measure_id,
                            fate = excluded.fate, findings = excluded.findings, report = excluded.report,
                            applied_at = excluded.applied_at
                        where r.applied_at is null
                        """)
                        .param("run", run)
                        .param("municipality", municipality)
                        .param("position", position)
                        .param("line", Math.max(1, row.position()))
                        .param("id", row.id())
                        .param("number", row.number())
                        .param("measure", measure)
                        .param("fate", fate.name())
                        .param("findings", row.found())
                        .param("seen", row.seen())
                        .param("report", report)
                        .param("at", appliedAt == null ? null : Timestamp.from(appliedAt))
                        .update()
                == 1;
    }

    /** @return the rows of an import by their places */
    Map<Integer, Kept> all(String municipality, UUID run) {
        Map<Integer, Kept> rows = new HashMap<>();
        page(municipality, run, null, 0, Integer.MAX_VALUE).forEach(row -> rows.put(row.position(), row));
        return rows;
    }

    /**
     * @param fate only rows with this fate, null for all
     * @param after only rows after this place
     */
    List<Kept> page(String municipality, UUID run, Fate fate, int after, int most) {
        return jdbc.sql(ROWS)
                .param("municipality", municipality)
                .param("run", run)
                .param("after", after)
                .param("fate", fate == null ? null : fate.name())
                .param("most", most)
                .query((row, i) -> new Kept(
                        row.getInt("position"),
                        row.getObject("line", Integer.class),
                        row.getString("external_id"),
                        row.getString("number"),
                        row.getObject("measure_id", UUID.class),
                        Fate.valueOf(row.getString("fate")),
                        row.getInt("findings"),
                        row.getObject("seen", Integer.class),
                        row.getBoolean("applied")))
                .list();
    }

    /** @return what files call the measures of some rows, by their places; nothing of those that have no title */
    Map<Integer, String> titles(String municipality, UUID run, List<Kept> some) {
        Map<Integer, String> titles = new HashMap<>();
        jdbc.sql("""
                        select position, jsonb_path_query_first(report, '$.source[*] ? (@.target == "outline.title").original') #>> '{}'
                                         as title
                        from import_row where municipality_id = :municipality and run_id = :run and position = any(:positions)
                        """)
                .param("municipality", municipality)
                .param("run", run)
                .param("positions", some.stream().map(Kept::position).toArray(Integer[]::new))
                .query(row -> {
                    titles.put(row.getInt("position"), row.getString("title"));
                });
        return titles;
    }

    /** @return how many rows of each import have each fate, and how many findings all of them have together */
    Map<UUID, Counts> counts(String municipality, List<UUID> runs) {
        Map<UUID, Counts> counts = new HashMap<>();
        if (!runs.isEmpty()) {
            jdbc.sql("""
                            select run_id, fate, count(*) as rows, sum(findings) as findings from import_row
                            where municipality_id = :municipality and run_id in (:runs) group by run_id, fate
                            """)
                    .param("municipality", municipality)
                    .param("runs", runs)
                    .query(row -> {
                        counts.computeIfAbsent(
                                        row.getObject("run_id", UUID.class),
                                        id -> new Counts(new EnumMap<>(Fate.class), 0))
                                .rows()
                                .put(Fate.valueOf(row.getString("fate")), row.getInt("rows"));
                        int found = row.getInt("findings");
                        counts.computeIfPresent(
                                row.getObject("run_id", UUID.class),
                                (id, count) -> new Counts(count.rows(), count.findings() + found));
                    });
        }
        return counts;
    }

    /** How many rows of an import have each fate. */
    record Counts(Map<Fate, Integer> rows, int findings) {}

    /** @return reports of the rows from one place to another, by their places */
    Map<Integer, String> reports(String municipality, UUID run, int from, int to) {
        Map<Integer, String> reports = new HashMap<>();
        jdbc.sql("select position, report::text as report from import_row where municipality_id = :municipality"
                        + " and run_id = :run and position between :from and :to")
                .param("municipality", municipality)
                .param("run", run)
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    reports.put(row.getInt("position"), row.getString("report"));
                });
        return reports;
    }

    Optional<String> report(String municipality, UUID run, int position) {
        return jdbc.sql("select report::text from import_row where municipality_id = :municipality and run_id = :run"
                        + " and position = :position")
                .param("municipality", municipality)
                .param("run", run)
                .param("position", position)
                .query(String.class)
                .optional();
    }
}
