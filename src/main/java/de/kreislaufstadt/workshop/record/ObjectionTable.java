package de.kreislaufstadt.workshop.record;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code workshop_objection}; every round of the minutes adds its own. */
@Repository
public class ObjectionTable {

    private static final String PURPOSE = "Abstimmung des Protokolls";

    private static final String SELECT = """
            select case when invitation_id is not null or decision is null then entry end as number, organisation,
                agenda_position::text as agenda_item, text, received_on, decision, answer
            from workshop_objection
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    ObjectionTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** @return the objections that were decided, in their order */
    public List<Objection> of(String municipality, UUID workshop) {
        return list(municipality, workshop, "decision is not null");
    }

    /** @return the objections received online that wait for a decision, in their order */
    public List<Objection> open(String municipality, UUID workshop) {
        return list(municipality, workshop, "decision is null");
    }

    private List<Objection> list(String municipality, UUID workshop, String which) {
        return jdbc.sql(SELECT + "where municipality_id = :municipality and workshop_id = :workshop and " + which
                        + " order by entry")
                .paramSource(Params.of(municipality, workshop))
                .query(Objection.class)
                .list();
    }

    /** @return what was sent over the link of an invitation, in its order */
    public List<Objection> from(String municipality, UUID workshop, UUID invitation) {
        return jdbc.sql(SELECT + """
                        where municipality_id = :municipality and workshop_id = :workshop and invitation_id = :invitation
                        order by entry
                        """)
                .paramSource(Params.of(municipality, workshop).with("invitation", invitation))
                .query(Objection.class)
                .list();
    }

    /** Adds what was sent over a link; it waits for a decision. */
    public void receive(String municipality, UUID workshop, UUID invitation, Objection objection, LocalDate deleteOn) {
        add(municipality, workshop, List.of(objection), invitation, null, deleteOn);
    }

    /** Adds objections of this round with what was decided. */
    public void add(String municipality, UUID workshop, List<Objection> objections, String actor, LocalDate deleteOn) {
        add(municipality, workshop, objections, null, actor, deleteOn);
    }

    private void add(
            String municipality,
            UUID workshop,
            List<Objection> objections,
            UUID invitation,
            String actor,
            LocalDate deleteOn) {
        batch.batchUpdate(
                """
                insert into workshop_objection (id, municipality_id, workshop_id, organisation, agenda_position, text,
                    received_on, invitation_id, decision, answer, decided_by, purpose,
                    legal_basis, source, delete_on)
                values (:id, :municipality, :workshop, :organisation, :agendaPosition, :text,
                    :receivedOn, :invitation, :decision, :answer, :actor, :purpose, 'PUBLIC_TASK', :source, :deleteOn)
                """,
                Params.rows(
                        objections,
                        (objection, position) -> Params.of(municipality, workshop)
                                .with("organisation", objection.organisation())
                                .with(
                                        "agendaPosition",
                                        objection.agendaItem() == null ? null : Integer.valueOf(objection.agendaItem()))
                                .with("text", objection.text())
                                .with("receivedOn", objection.receivedOn())
                                .with("invitation", invitation)
                                .with("decision", objection.decision())
                                .with("answer", objection.answer())
                                .with("actor", actor)
                                .with("source", invitation == null ? "FORM" : "PERSON")
                                .with("purpose", PURPOSE)
                                .with("deleteOn", deleteOn)));
    }

    /** Notes what was decided about objections that were received online. */
    public void decide(String municipality, UUID workshop, List<Objection> decided, String actor) {
        batch.batchUpdate(
                """
                update workshop_objection set decision = :decision, answer = :answer, decided_by = :actor
                where municipality_id = :municipality and workshop_id = :workshop and entry = :entry
                """,
                Params.rows(
                        decided,
                        (objection, position) -> Params.of(municipality, workshop)
                                .with("entry", objection.number())
                                .with("decision", objection.decision())
                                .with("answer", objection.answer())
                                .with("actor", actor)));
    }

    /** Sets the day on which the workshop's objections are deleted. */
    public void deleteOn(String municipality, UUID workshop, LocalDate day) {
        jdbc.sql("""
                        update workshop_objection set delete_on = :day
                        where municipality_id = :municipality and workshop_id = :workshop
                        """)
                .paramSource(Params.of(municipality, workshop).with("day", day))
                .update();
    }
}
