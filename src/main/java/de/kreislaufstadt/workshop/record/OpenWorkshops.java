package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.workshop.WorkshopChoice;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OpenWorkshops implements WorkshopChoice {

    private final JdbcClient jdbc;

    OpenWorkshops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OpenWorkshop> open(String municipality) {
        return jdbc.sql("""
                        select w.id, m.number as measure, w.number, w.title
                        from workshop w join measure m on m.municipality_id = w.municipality_id and m.id = w.measure_id
                        where w.municipality_id = :municipality and w.state not in ('EVALUATED', 'CANCELLED')
                        order by m.number, w.number
                        """)
                .paramSource(Params.of(municipality))
                .query(OpenWorkshop.class)
                .list();
    }

    @Override
    public List<PlacedWorkshop> openIn(Collection<String> municipalities) {
        if (municipalities.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select municipality_id as municipality, id from workshop
                        where municipality_id in (:municipalities) and state not in ('EVALUATED', 'CANCELLED')
                        order by municipality_id, id
                        """)
                .param("municipalities", municipalities)
                .query(PlacedWorkshop.class)
                .list();
    }
}
