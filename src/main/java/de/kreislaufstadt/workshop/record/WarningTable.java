package de.kreislaufstadt.workshop.record;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code workshop_warning}: the result of the latest look at who comes. */
@Repository
public class WarningTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    WarningTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    public List<Warning> of(String municipality, UUID workshop) {
        return jdbc.sql("""
                        select code, participant_group, organisation from workshop_warning
                        where municipality_id = :municipality and workshop_id = :workshop order by position
                        """)
                .paramSource(Params.of(municipality, workshop))
                .query(Warning.class)
                .list();
    }

    public void replace(String municipality, UUID workshop, List<Warning> warnings) {
        jdbc.sql("delete from workshop_warning where municipality_id = :municipality and workshop_id = :workshop")
                .paramSource(Params.of(municipality, workshop))
                .update();
        batch.batchUpdate(
                """
                insert into workshop_warning
                    (id, municipality_id, workshop_id, position, code, participant_group, organisation)
                values (:id, :municipality, :workshop, :position, :code, :group, :organisation)
                """,
                Params.rows(
                        warnings,
                        (warning, position) -> Params.of(municipality, workshop)
                                .with("position", position)
                                .with("code", warning.code())
                                .with("group", warning.participantGroup())
                                .with("organisation", warning.organisation())));
    }
}
