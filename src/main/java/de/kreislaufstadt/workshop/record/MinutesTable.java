package de.kreislaufstadt.workshop.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code workshop_minutes} and {@code workshop_minutes_entry}. */
@Repository
public class MinutesTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    MinutesTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    public Optional<Minutes> find(String municipality, UUID workshop) {
        return jdbc.sql("""
                        select summary, checked_by is not null as checked, objections_until, released_on
                        from workshop_minutes
                        where municipality_id = :municipality and workshop_id = :workshop
                        """)
                .paramSource(Params.of(municipality, workshop))
                .query(Minutes.class)
                .optional();
    }

    public List<MinutesEntry> entries(String municipality, UUID workshop) {
        return jdbc.sql("""
                        select agenda_position::text as agenda_item, kind, text, responsible, city, due
                        from workshop_minutes_entry
                        where municipality_id = :municipality and workshop_id = :workshop order by position
                        """)
                .paramSource(Params.of(municipality, workshop))
                .query(MinutesEntry.class)
                .list();
    }

    /** Writes the minutes; the first to do so is their author, who does so later their last editor. */
    public void write(String municipality, UUID workshop, String summary, List<MinutesEntry> entries, String actor) {
        jdbc.sql("""
                        insert into workshop_minutes (id, municipality_id, workshop_id, summary, written_by, edited_by)
                        values (:id, :municipality, :workshop, :summary, :actor, :actor)
                        on conflict (municipality_id, workshop_id) do update
                        set summary = excluded.summary, edited_by = excluded.edited_by, checked_by = null,
                            objections_until = null
                        """)
                .paramSource(Params.of(municipality, workshop)
                        .with("id", UUID.randomUUID())
                        .with("summary", summary)
                        .with("actor", actor))
                .update();
        jdbc.sql("delete from workshop_minutes_entry where municipality_id = :municipality and workshop_id = :workshop")
                .paramSource(Params.of(municipality, workshop))
                .update();
        batch.batchUpdate(
                """
                insert into workshop_minutes_entry
                    (id, municipality_id, workshop_id, position, agenda_position, kind, text, responsible, city, due)
                values (:id, :municipality, :workshop, :position, :agendaPosition, :kind, :text, :responsible, :city, :due)
                """,
                Params.rows(
                        entries,
                        (entry, position) -> Params.of(municipality, workshop)
                                .with("position", position)
                                .with("agendaPosition", entry.position())
                                .with("kind", entry.kind())
                                .with("text", entry.text())
                                .with("responsible", entry.responsible())
                                .with("city", entry.city())
                                .with("due", entry.due())));
    }

    /** @param objectionsUntil last day for objections; before today where the municipality gives no time for them */
    public void checked(String municipality, UUID workshop, String actor, LocalDate objectionsUntil) {
        jdbc.sql("""
                        update workshop_minutes set checked_by = :actor, objections_until = :until
                        where municipality_id = :municipality and workshop_id = :workshop
                        """)
                .paramSource(
                        Params.of(municipality, workshop).with("actor", actor).with("until", objectionsUntil))
                .update();
    }

    /** Takes no objections after that day any more, also where the period was ended early by hand. */
    public void endObjections(String municipality, UUID workshop, LocalDate lastDay) {
        jdbc.sql("""
                        update workshop_minutes set objections_until = least(objections_until, :day)
                        where municipality_id = :municipality and workshop_id = :workshop
                        """)
                .paramSource(Params.of(municipality, workshop).with("day", lastDay))
                .update();
    }

    public void released(String municipality, UUID workshop, String actor, LocalDate day) {
        jdbc.sql("""
                        update workshop_minutes set released_by = :actor, released_on = :day
                        where municipality_id = :municipality and workshop_id = :workshop
                        """)
                .paramSource(
                        Params.of(municipality, workshop).with("actor", actor).with("day", day))
                .update();
    }

    /**
     * @param summary what is published after the release
     * @param checked whether the moderation has checked this version
     * @param objectionsUntil last day for objections to it; null before it was checked
     */
    public record Minutes(String summary, boolean checked, LocalDate objectionsUntil, LocalDate releasedOn) {

        public boolean mayBeObjectedTo(LocalDate today) {
            return checked && releasedOn == null && objectionsUntil != null && !today.isAfter(objectionsUntil);
        }
    }
}
