package de.kreislaufstadt.workshop.joint;

import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.workshop.MemberCities;
import de.kreislaufstadt.workshop.MemberCities.City;
import de.kreislaufstadt.workshop.record.Params;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which other cities take part in a workshop: rows of {@code joint_workshop_city}, chosen among the members of the day. */
@Component
public class ParticipatingCities {

    private final MemberCities members;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    ParticipatingCities(MemberCities members, JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.members = members;
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    /** @return the other cities of a workshop, by name; empty where it is not one of several cities */
    public List<City> of(String municipality, UUID workshop) {
        return jdbc.sql("""
                        select city as key, name from joint_workshop_city
                        where municipality_id = :municipality and workshop_id = :workshop order by name
                        """)
                .paramSource(Params.of(municipality, workshop))
                .query(City.class)
                .list();
    }

    /** @return who may be chosen: the members of today but the city itself, and whoever takes part already */
    public List<Option> choice(String municipality, UUID workshop) {
        return candidates(municipality, workshop).entrySet().stream()
                .map(city -> new Option(city.getKey(), city.getValue()))
                .toList();
    }

    /** @return where somebody of a workshop can come from: the city itself and those that take part; empty for other kinds */
    public List<Option> origins(String municipality, Workshop workshop) {
        if (workshop.kind() != WorkshopKind.INTERMUNICIPAL) {
            return List.of();
        }
        List<Option> origins = new ArrayList<>();
        origins.add(new Option(municipality, nameOf(municipality)));
        of(municipality, workshop.id()).forEach(city -> origins.add(new Option(city.key(), city.name())));
        return origins;
    }

    /**
     * Lets exactly these take part. Whoever is no longer among them reads nothing of the workshop any more; without any of them it
     * is a workshop of one city, which shares nothing.
     */
    public void replace(String municipality, UUID workshop, List<String> keys) {
        if (keys.isEmpty()) {
            withdraw(municipality, workshop);
            return;
        }
        Map<String, String> known = candidates(municipality, workshop);
        jdbc.sql("delete from joint_workshop_city where municipality_id = :municipality and workshop_id = :workshop")
                .paramSource(Params.of(municipality, workshop))
                .update();
        batch.batchUpdate(
                """
                insert into joint_workshop_city (id, municipality_id, workshop_id, city, name)
                values (:id, :municipality, :workshop, :city, :name)
                """,
                Params.rows(
                        keys,
                        (key, position) -> Params.of(municipality, workshop)
                                .with("city", key)
                                .with("name", known.get(key))));
    }

    private void withdraw(String municipality, UUID workshop) {
        jdbc.sql("""
                        with gone as (delete from joint_workshop_city
                                      where municipality_id = :municipality and workshop_id = :workshop)
                        delete from joint_workshop where municipality_id = :municipality and workshop_id = :workshop
                        """).paramSource(Params.of(municipality, workshop)).update();
    }

    private Map<String, String> candidates(String municipality, UUID workshop) {
        Map<String, String> candidates = new LinkedHashMap<>();
        members.on(LocalDate.now(clock)).forEach(city -> candidates.put(city.key(), city.name()));
        // Whoever has left meanwhile stays in a workshop that was prepared with them, unless they are taken out.
        of(municipality, workshop).forEach(city -> candidates.putIfAbsent(city.key(), city.name()));
        candidates.remove(municipality);
        return candidates;
    }

    private String nameOf(String municipality) {
        return jdbc.sql("select name from municipality where id = :municipality")
                .paramSource(Params.of(municipality))
                .query(String.class)
                .single();
    }
}
