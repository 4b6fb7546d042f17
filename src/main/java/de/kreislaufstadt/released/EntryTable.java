package de.kreislaufstadt.released;

import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.released.ReleasedMeasures.Listing;
import de.kreislaufstadt.released.ReleasedMeasures.Order;
import de.kreislaufstadt.released.ReleasedMeasures.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads measures as the public sees them today. */
@Repository
class EntryTable {

    /** Rows of measures that are public and are selected; {@code m} is the measure, {@code l} what is true of it now. */
    static final String SELECTED = """
            from released_measure m
            left join released_live l on l.municipality_id = m.municipality_id and l.measure_id = m.measure_id
            where m.municipality_id = :municipality and m.withdrawn_at is null
              and not exists (select from unnest(cast(:words as text[])) w where position(w in m.searched) = 0)
              and (cast(:field as text) is null or m.field_of_action = :field)
              and (cast(:phase as text) is null or l.phase = :phase)
              and (cast(:state as text) is null or l.state = :state)
            """;

    private static final String ENTRIES = """
            select m.slug, m.version, m.first_released_at, m.released_at, v.content,
                   l.state, l.phase, l.since, l.planned_phases, l.past, l.next_step, l.next_department, l.next_due, l.changed_at
            from released_measure m
            join released_version v on v.municipality_id = m.municipality_id and v.measure_id = m.measure_id
                                   and v.version = m.version
            left join released_live l on l.municipality_id = m.municipality_id and l.measure_id = m.measure_id
            where m.municipality_id = :municipality and m.withdrawn_at is null
            """;

    private final JdbcClient jdbc;

    EntryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Entry> find(String municipality, String slug) {
        return jdbc.sql(ENTRIES + " and m.slug = :slug")
                .param("municipality", municipality)
                .param("slug", slug)
                .query(EntryTable::entry)
                .optional();
    }

    Optional<Entry> numbered(String municipality, String number) {
        return jdbc.sql(ENTRIES + " and m.number = :number")
                .param("municipality", municipality)
                .param("number", number)
                .query(EntryTable::entry)
                .optional();
    }

    Optional<String> movedTo(String municipality, String slug) {
        return jdbc.sql("""
                        select m.slug from released_slug s
                        join released_measure m on m.municipality_id = s.municipality_id and m.measure_id = s.measure_id
                        where s.municipality_id = :municipality and s.slug = :slug and m.slug <> s.slug and m.withdrawn_at is null
                        """)
                .param("municipality", municipality)
                .param("slug", slug)
                .query(String.class)
                .optional();
    }

    Listing list(String municipality, Selection selection) {
        int of = selected("select count(*) " + SELECTED, municipality, selection)
                .query(Integer.class)
                .single();
        String order = " order by " + order(selection.order());
        List<Entry> entries = selected(
                        // Cut before the contents are read: of ten thousand measures only those of the page are.
                        ENTRIES + " and m.measure_id in (select m.measure_id " + SELECTED + order
                                + " limit :size offset :skipped)" + order,
                        municipality,
                        selection)
                .param("size", selection.size())
                .param("skipped", (long) selection.page() * selection.size())
                .query(EntryTable::entry)
                .list();
        return new Listing(entries, of);
    }

    /** @return the next measures after this number */
    List<Entry> after(String municipality, String number, int most) {
        return jdbc.sql(ENTRIES + " and m.number > :number order by m.number limit :most")
                .param("municipality", municipality)
                .param("number", number)
                .param("most", most)
                .query(EntryTable::entry)
                .list();
    }

    private JdbcClient.StatementSpec selected(String sql, String municipality, Selection selection) {
        return selected(jdbc, sql, municipality, selection);
    }

    /** Fills in what {@link #SELECTED} asks for. */
    static JdbcClient.StatementSpec selected(JdbcClient jdbc, String sql, String municipality, Selection selection) {
        return jdbc.sql(sql)
                .param("municipality", municipality)
                .param("words", SearchedText.words(selection.words()).toArray(String[]::new))
                .param("field", selection.field())
                .param("phase", selection.phase())
                .param("state", selection.state());
    }

    private static String order(Order order) {
        return switch (order) {
            case NUMBER -> "m.number";
            case TITLE -> "m.slug, m.number";
            case RELEASED -> "m.released_at desc, m.number";
            case DUE -> "l.next_due nulls last, m.number";
        };
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("slug"),
                row.getInt("version"),
                row.getTimestamp("first_released_at").toInstant(),
                row.getTimestamp("released_at").toInstant(),
                ReleasedJson.read(row.getString("content"), ReleasedMeasure.class),
                LiveTable.state(row));
    }
}
