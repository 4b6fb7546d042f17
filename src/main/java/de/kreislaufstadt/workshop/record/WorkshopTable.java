package de.kreislaufstadt.workshop.record;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code workshop} and {@code workshop_postponement}. */
@Repository
public class WorkshopTable {

    private static final String SELECT = """
            select id, measure_id, number, state, title, kind, aim, questions, workshop_date as date,
                begins_at as "begin", ends_at as "end", place, link, accessibility, moderation, min_participants,
                target_participants, max_participants, registration_until, privacy_notice
            from workshop
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    WorkshopTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** @throws IllegalStateException if the municipality has no such workshop */
    public Workshop find(String municipality, UUID id) {
        return jdbc.sql(SELECT + "where municipality_id = :municipality and id = :workshop")
                .paramSource(Params.of(municipality, id))
                .query(Workshop.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("No workshop " + id));
    }

    /**
     * Finds a workshop and keeps its row to the end of the transaction: whoever gives out its places or takes answers does
     * so one after the other.
     *
     * @throws IllegalStateException if the municipality has no such workshop
     */
    public Workshop lock(String municipality, UUID id) {
        return jdbc.sql(SELECT + "where municipality_id = :municipality and id = :workshop for no key update")
                .paramSource(Params.of(municipality, id))
                .query(Workshop.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("No workshop " + id));
    }

    /** @return all workshops of a measure by number */
    public List<Workshop> ofMeasure(String municipality, UUID measureId) {
        return jdbc.sql(SELECT + "where municipality_id = :municipality and measure_id = :measure order by number")
                .paramSource(Params.of(municipality).with("measure", measureId))
                .query(Workshop.class)
                .list();
    }

    /**
     * Adds empty workshops that continue the measure's numbering.
     *
     * @return their ids by number
     */
    public List<UUID> plan(String municipality, UUID measureId, int lastNumber, int count) {
        SqlParameterSource[] rows = Params.rows(
                Collections.nCopies(count, measureId),
                (measure, position) ->
                        Params.of(municipality).with("measure", measure).with("number", lastNumber + position));
        batch.batchUpdate("""
                insert into workshop (id, municipality_id, measure_id, number)
                values (:id, :municipality, :measure, :number)
                """, rows);
        return Arrays.stream(rows).map(row -> (UUID) row.getValue("id")).toList();
    }

    public void prepare(String municipality, UUID id, PreparationForm form, LocalDate registrationUntil) {
        jdbc.sql("""
                        update workshop set state = 'PREPARED', title = :title, kind = :kind, aim = :aim,
                            questions = :questions, workshop_date = :date, begins_at = :begin, ends_at = :end,
                            place = :place, link = :link, accessibility = :accessibility, moderation = :moderation,
                            min_participants = :min, target_participants = :target, max_participants = :max,
                            registration_until = :registrationUntil, privacy_notice = :privacyNotice
                        where municipality_id = :municipality and id = :workshop
                        """)
                .paramSource(Params.of(municipality, id)
                        .with("title", form.title())
                        .with("kind", form.kind())
                        .with("aim", form.aim())
                        .with("questions", form.questions())
                        .with("date", form.date())
                        .with("begin", form.begin())
                        .with("end", form.end())
                        .with("place", form.place())
                        .with("link", form.link())
                        .with("accessibility", form.accessibility())
                        .with("moderation", form.moderation())
                        .with("min", form.minParticipants())
                        .with("target", form.targetParticipants())
                        .with("max", form.maxParticipants())
                        .with("registrationUntil", registrationUntil)
                        .with("privacyNotice", form.privacyNotice()))
                .update();
    }

    /** @return the kind of the workshop; empty as long as it has none */
    public Optional<WorkshopKind> enter(String municipality, UUID id, WorkshopState state) {
        return jdbc.sql("update workshop set state = :state where municipality_id = :municipality and id = :workshop"
                        + " returning coalesce(kind, '') as kind")
                .paramSource(Params.of(municipality, id).with("state", state))
                .query(String.class)
                .optional()
                .filter(kind -> !kind.isEmpty())
                .map(WorkshopKind::valueOf);
    }

    /** Moves a workshop to another day and keeps the old one with the reason. */
    public void postpone(
            String municipality, Workshop workshop, ConfirmationForm form, LocalDate registrationUntil, String actor) {
        jdbc.sql("""
                        update workshop set state = 'POSTPONED', workshop_date = :date, begins_at = :begin, ends_at = :end,
                            place = :place, registration_until = :registrationUntil
                        where municipality_id = :municipality and id = :workshop
                        """)
                .paramSource(Params.of(municipality, workshop.id())
                        .with("date", form.newDate())
                        .with("begin", form.newBegin() == null ? workshop.begin() : form.newBegin())
                        .with("end", form.newEnd() == null ? workshop.end() : form.newEnd())
                        .with("place", form.newPlace() == null ? workshop.place() : form.newPlace())
                        .with("registrationUntil", registrationUntil))
                .update();
        addPostponement(municipality, workshop, form.newDate(), form.reason(), actor);
    }

    private void addPostponement(String municipality, Workshop workshop, LocalDate to, String reason, String actor) {
        jdbc.sql("""
                        insert into workshop_postponement
                            (id, municipality_id, workshop_id, from_date, to_date, reason, decided_by)
                        values (:id, :municipality, :workshop, :from, :to, :reason, :actor)
                        """)
                .paramSource(Params.of(municipality, workshop.id())
                        .with("id", UUID.randomUUID())
                        .with("from", workshop.date())
                        .with("to", to)
                        .with("reason", reason)
                        .with("actor", actor))
                .update();
    }
}
