package de.kreislaufstadt.association.standing;

import de.kreislaufstadt.association.standing.Coordination.Staff;
import de.kreislaufstadt.association.standing.StandingEntry.Checked;
import de.kreislaufstadt.measure.ModelComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a city says of itself, row after row, and its releases. */
@Repository
class StandingTable {

    private final JdbcClient jdbc;

    StandingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps whoever changes something of the city at the same moment waiting. */
    void lock(String municipality) {
        jdbc.sql("select id from municipality where id = :municipality for no key update")
                .param("municipality", municipality)
                .query(String.class)
                .single();
    }

    /** @return all rows of the city, by component the newest first */
    List<Standing> all(String municipality) {
        return jdbc.sql("""
                        select s.*, r.released_at, r.withdrawn_at, r.withdrawn_reason
                        from component_standing s
                        left join lateral (
                            select * from component_release r
                            where r.municipality_id = s.municipality_id and r.standing_id = s.id
                            order by r.released_at desc limit 1) r on true
                        where s.municipality_id = :municipality
                        order by s.component, s.number desc
                        """)
                .param("municipality", municipality)
                .query((row, index) -> standing(row))
                .list();
    }

    /** @return its number */
    int add(Staff staff, ModelComponent component, Checked entry, Instant now) {
        return jdbc.sql("""
                        insert into component_standing (id, municipality_id, component, number, maturity, evidence, progress, content,
                                                        built_on, as_of, source, entered_by, deputy_for_by, created_at)
                        select :id, :municipality, :component, coalesce(max(number), 0) + 1, :maturity, :evidence, :progress, :content,
                               :builtOn, :asOf, :source, :by, :deputyFor, :now
                        from component_standing where municipality_id = :municipality and component = :component
                        returning number
                        """)
                .param("id", UUID.randomUUID())
                .param("municipality", staff.municipality())
                .param("component", component.name())
                .param("maturity", entry.maturity())
                .param("evidence", entry.evidence())
                .param("progress", entry.progress().name())
                .param("content", entry.content(), Types.VARCHAR)
                .param("builtOn", entry.builtOn(), Types.INTEGER)
                .param("asOf", entry.asOf())
                .param("source", entry.source())
                .param("by", staff.user())
                .param("deputyFor", staff.deputyFor(), Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    void release(Staff staff, UUID standing, Instant now) {
        jdbc.sql("""
                        insert into component_release (id, municipality_id, standing_id, released_by, deputy_for_by, released_at)
                        values (:id, :municipality, :standing, :by, :deputyFor, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("municipality", staff.municipality())
                .param("standing", standing)
                .param("by", staff.user())
                .param("deputyFor", staff.deputyFor(), Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Withdraws every release of the component that is in force, those of older rows too, which would show instead.
     *
     * @return how many there were
     */
    int withdraw(Staff staff, ModelComponent component, String reason, Instant now) {
        return jdbc.sql("""
                        update component_release r
                        set withdrawn_by = :by, withdrawn_at = :now, withdrawn_reason = :reason
                        from component_standing s
                        where s.municipality_id = r.municipality_id and s.id = r.standing_id
                          and r.municipality_id = :municipality and s.component = :component and r.withdrawn_at is null
                        """)
                .param("by", staff.user())
                .param("now", Timestamp.from(now))
                .param("reason", reason, Types.VARCHAR)
                .param("municipality", staff.municipality())
                .param("component", component.name())
                .update();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("id", UUID.class),
                ModelComponent.valueOf(row.getString("component")),
                row.getInt("number"),
                row.getInt("maturity"),
                row.getString("evidence"),
                Progress.valueOf(row.getString("progress")),
                row.getString("content"),
                row.getObject("built_on", Integer.class),
                row.getObject("as_of", LocalDate.class),
                row.getString("source"),
                row.getString("entered_by"),
                row.getString("deputy_for_by"),
                instant(row, "created_at"),
                instant(row, "released_at"),
                instant(row, "withdrawn_at"),
                row.getString("withdrawn_reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
