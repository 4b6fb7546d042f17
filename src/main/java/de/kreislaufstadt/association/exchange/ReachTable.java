package de.kreislaufstadt.association.exchange;

import de.kreislaufstadt.association.standing.Coordination;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which members can release anything here at all. */
@Repository
class ReachTable {

    private final JdbcClient jdbc;

    ReachTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why a member can have nothing here. */
    enum Reach {
        REACHED,
        /** Does not work in this installation. */
        NOT_HERE,
        /** Has no department that coordinates. */
        NO_COORDINATOR,
        /** Its last day in this installation is over. */
        ENDED
    }

    /** @return by city, in one statement; those that are not in it do not work here */
    Map<String, Reach> of(Collection<String> cities, LocalDate today) {
        Map<String, Reach> reach = new HashMap<>();
        if (!cities.isEmpty()) {
            jdbc.sql("""
                            select m.id, m.valid_until < :today as ended,
                                   exists (select from department_role r
                                           where r.municipality_id = m.id and r.role = :role) as coordinated
                            from municipality m where m.id in (:cities)
                            """)
                    .param("today", today)
                    .param("role", Coordination.ROLE)
                    .param("cities", cities)
                    .query(row -> {
                        Reach one = row.getBoolean("coordinated") ? Reach.REACHED : Reach.NO_COORDINATOR;
                        reach.put(row.getString("id"), row.getBoolean("ended") ? Reach.ENDED : one);
                    });
        }
        return reach;
    }
}
