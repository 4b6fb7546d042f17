package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.process.RetentionRule;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Objections to minutes go; how many there were and how many were accepted stays. */
@Component
class ObjectionRetention implements RetentionRule {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    ObjectionRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("workshop_objection");
    }

    /** One statement: nobody counts what is not deleted, or deletes what is not counted. */
    @Override
    public int forget(String municipality, LocalDate today) {
        return jdbc.sql("""
                        with due as (
                            delete from workshop_objection
                            where municipality_id = :municipality
                              and id in (select id from workshop_objection
                                         where municipality_id = :municipality and delete_on <= :today
                                         order by delete_on, id limit :most for update skip locked)
                            returning workshop_id, decision
                        ), counted as (
                            insert into workshop_objection_count (municipality_id, workshop_id, received, accepted)
                            select :municipality, workshop_id, count(*), count(*) filter (where decision = 'ACCEPTED')
                            from due group by workshop_id
                            on conflict (municipality_id, workshop_id) do update
                            set received = workshop_objection_count.received + excluded.received,
                                accepted = workshop_objection_count.accepted + excluded.accepted
                        )
                        select count(*) from due
                        """)
                .param("municipality", municipality)
                .param("today", today)
                .param("most", AT_ONCE)
                .query(Integer.class)
                .single();
    }
}
