package de.kreislaufstadt.survey;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Maturity from the summaries that the climate staff unit has released. */
@Repository
class MaturityInTables implements MaturityOfCity {

    private final JdbcClient jdbc;

    MaturityInTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Found> released(String municipality) {
        return jdbc.sql("""
                        select distinct on (m.component) m.component, m.level, m.evidence, s.as_of, measure.number as measure
                        from status_quo_maturity m
                        join status_quo s on s.municipality_id = m.municipality_id and s.id = m.status_quo_id
                        join measure on measure.municipality_id = m.municipality_id and measure.id = m.measure_id
                        where m.municipality_id = :municipality and s.released_at is not null
                        order by m.component, s.released_at desc, measure.number
                        """)
                .param("municipality", municipality)
                .query(Found.class)
                .list();
    }
}
