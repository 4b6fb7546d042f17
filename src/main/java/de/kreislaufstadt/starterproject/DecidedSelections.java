package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.FurtherDecisions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What bodies have decided about the choice of starter projects, for the page of the measure. */
@Repository
class DecidedSelections implements FurtherDecisions {

    private final JdbcClient jdbc;
    private final Texts texts = Texts.of("starterproject");

    DecidedSelections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Taken> decisions(String municipality, UUID measureId) {
        return jdbc.sql("""
                        select d.body_name, d.decided_on, case when d.preliminary then 'preliminary' else d.result end as result,
                               d.reason, d.paper_number
                        from selection_decision d
                        where d.municipality_id = :municipality and d.measure_id = :measure
                        order by d.created_at, d.position
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query((row, index) -> new Taken(
                        row.getString("body_name"),
                        row.getObject("decided_on", LocalDate.class),
                        texts.get("starterproject.decision." + row.getString("result")),
                        row.getString("reason"),
                        row.getString("paper_number")))
                .list();
    }
}
