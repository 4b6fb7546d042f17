package de.kreislaufstadt.workshop;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code workshop_objection}; every round of the minutes adds its own. */
@Repository
class ObjectionTable {

    private static final String PURPOSE = "Abstimmung des Protokolls";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    ObjectionTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    List<Objection> of(String municipality, UUID workshop) {
        return jdbc.sql("""
                        select organisation, agenda_position::text as agenda_item, text, received_on, decision, answer
                        from workshop_objection
                        where municipality_id = :municipality and workshop_id = :workshop order by entry
                        """)
                .paramSource(Params.of(municipality, workshop))
                .query(Objection.class)
                .list();
    }

    void add(String municipality, UUID workshop, List<Objection> objections, String actor, LocalDate deleteOn) {
        batch.batchUpdate(
                """
                insert into workshop_objection (id, municipality_id, workshop_id, organisation, agenda_position, text,
                    received_on, decision, answer, decided_by, purpose, delete_on)
                values (:id, :municipality, :workshop, :organisation, :agendaPosition, :text,
                    :receivedOn, :decision, :answer, :actor, :purpose, :deleteOn)
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
                                .with("decision", objection.decision())
                                .with("answer", objection.answer())
                                .with("actor", actor)
                                .with("purpose", PURPOSE)
                                .with("deleteOn", deleteOn)));
    }

    /** Sets the day on which the workshop's objections are deleted. */
    void deleteOn(String municipality, UUID workshop, LocalDate day) {
        jdbc.sql("""
                        update workshop_objection set delete_on = :day
                        where municipality_id = :municipality and workshop_id = :workshop
                        """)
                .paramSource(Params.of(municipality, workshop).with("day", day))
                .update();
    }
}
