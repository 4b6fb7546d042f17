package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.process.DataBlocks;
import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.PersonalData;
import de.kreislaufstadt.process.PersonalTable;
import de.kreislaufstadt.process.RetentionRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Objections to minutes go; how many there were and how many were accepted stays. */
@Component
class ObjectionRetention implements RetentionRule, PersonalData {

    private static final int AT_ONCE = 500;

    /** One statement: nobody counts what is not deleted, or deletes what is not counted. */
    private static final String COUNTED = """
            with due as (
                delete from workshop_objection
                where municipality_id = :municipality and id in (%s)
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
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final PersonalTable table;

    ObjectionRetention(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.table = WorkshopRetention.objections(jdbc);
    }

    @Override
    public String kind() {
        return table.kind();
    }

    @Override
    public Set<String> tables() {
        return table.tables();
    }

    @Override
    public int forget(String municipality, LocalDate today) {
        return counted(
                "select t.id from workshop_objection t where t.municipality_id = :municipality and t.delete_on <= :today"
                        + " and not " + DataBlocks.hold(kind(), WorkshopRetention.MEASURE, table.people())
                        + " order by t.delete_on, t.id limit :most for update of t skip locked",
                new MapSqlParameterSource("municipality", municipality)
                        .addValue("today", today)
                        .addValue("most", AT_ONCE));
    }

    @Override
    public int heldBack(String municipality, LocalDate today) {
        return table.heldBack(municipality, today);
    }

    @Override
    public List<Found> find(String municipality, Identity person) {
        return table.find(municipality, person);
    }

    @Override
    public int delete(String municipality, Identity person, Found found) {
        return counted(
                ":row",
                new MapSqlParameterSource("municipality", municipality).addValue("row", UUID.fromString(found.row())));
    }

    private int counted(String which, MapSqlParameterSource values) {
        Integer count = jdbc.queryForObject(COUNTED.formatted(which), values, Integer.class);
        return count == null ? 0 : count;
    }
}
