package de.kreislaufstadt.workshop.joint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What cities read of each other's workshops: the copy, and nothing beside it. Besides the name of a city no other table of the
 * organising one is asked.
 */
@Component
class SharedWorkshopTable {

    /** A city reads what it takes part in, as a member or a former one, and its own. */
    private static final String READABLE = """
            from joint_workshop j
            join municipality m on m.id = j.municipality_id
            where (j.municipality_id = :city
                   or exists (select from joint_workshop_city c
                              where c.municipality_id = j.municipality_id and c.workshop_id = j.workshop_id and c.city = :city))
            """;

    private static final String SELECT = """
            select j.id, m.name as organiser, j.municipality_id = :city as own, j.stage, j.title, j.aim,
                j.workshop_date as date, j.begins_at as "begin", j.ends_at as "end", j.place, j.agenda::text as agenda,
                j.summary, j.minutes::text as minutes, j.counts::text as counts, j.edition, j.released_on,
                (select count(*) from jsonb_array_elements(j.minutes) entry where entry ->> 'city' = :city) as tasks
            """ + READABLE;

    private final JdbcClient jdbc;

    SharedWorkshopTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return what is shared with the city, and what it shares, the latest day first */
    List<SharedWorkshop> of(String city) {
        return jdbc.sql(SELECT + "order by j.workshop_date desc, j.id")
                .param("city", city)
                .query(SharedWorkshop.class)
                .list();
    }

    /** @return one of them; empty where there is none, or the city takes no part in it */
    Optional<SharedWorkshop> find(String city, UUID id) {
        return jdbc.sql(SELECT + "and j.id = :id")
                .param("city", city)
                .param("id", id)
                .query(SharedWorkshop.class)
                .optional();
    }

    /** @return names by key of the cities of one of them, the organising one first */
    Map<String, String> cities(String city, UUID id) {
        Map<String, String> cities = new LinkedHashMap<>();
        jdbc.sql("""
                        with readable as (select j.municipality_id, j.workshop_id, m.name
                        """ + READABLE + """
                         and j.id = :id)
                        select municipality_id as key, name, 0 as place from readable
                        union all
                        select p.city, p.name, 1 from joint_workshop_city p
                        join readable r on r.municipality_id = p.municipality_id and r.workshop_id = p.workshop_id
                        order by place, name
                        """)
                .param("city", city)
                .param("id", id)
                .query((row, position) -> cities.put(row.getString("key"), row.getString("name")))
                .list();
        return cities;
    }

    boolean any(String city) {
        return jdbc.sql("select exists (select 1 " + READABLE + ")")
                .param("city", city)
                .query(Boolean.class)
                .single();
    }
}
