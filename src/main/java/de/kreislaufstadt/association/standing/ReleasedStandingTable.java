package de.kreislaufstadt.association.standing;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows whose release is in force. */
@Repository
class ReleasedStandingTable implements ReleasedStandings {

    private final JdbcClient jdbc;

    ReleasedStandingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Released> of(Collection<String> municipalities) {
        if (municipalities.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select distinct on (s.municipality_id, s.component)
                               s.municipality_id as municipality, s.component, s.maturity, s.evidence, s.progress, s.content,
                               s.built_on, v.withdrawn_on, v.withdrawn_reason, s.as_of, s.source
                        from component_release r
                        join component_standing s on s.municipality_id = r.municipality_id and s.id = r.standing_id
                        left join component_version v on v.component = s.component and v.version = s.built_on
                        where r.withdrawn_at is null and r.municipality_id in (:municipalities)
                        order by s.municipality_id, s.component, s.number desc
                        """)
                .param("municipalities", municipalities)
                .query(Released.class)
                .list();
    }
}
