package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.measure.CircularField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adopted projects as others may have them, and ideas that came from others. */
@Repository
class OfferTable implements StarterExchange {

    private static final String ADOPTED = """
            select p.id, p.measure_id, p.title, s.field, s.main_r_strategy, s.problem, s.solution, s.goal, s.material_stream,
                   s.agency_roles, s.months,
                   array(select i.name from sketch_indicator i
                         where i.municipality_id = s.municipality_id and i.sketch_id = s.id order by i.position) as indicators
            from starter_project p
            join project_sketch s on s.municipality_id = p.municipality_id and s.id = p.sketch_id
            where p.municipality_id = :municipality
            """;

    private static final String TAKING = """
            select m.id from measure m
            where m.municipality_id = :municipality and m.id = any(:measures)
              and (select d.phases from measure_decision d
                   where d.municipality_id = m.municipality_id and d.measure_id = m.id and d.result = 'APPROVE'
                     and not d.preliminary
                   order by d.position desc limit 1) @> array['STARTER_PROJECTS']
              and (m.state in ('DECIDED', 'KNOWLEDGE', 'STATUS_QUO', 'WORKSHOPS')
                   or m.state = 'STARTER_PROJECTS'
                      and exists (select from monitored_task t
                                  where t.municipality_id = m.municipality_id and t.measure_id = m.id
                                    and t.task_key = 'bundle-ideas' and t.ended_at is null))
            """;

    private final JdbcClient jdbc;

    OfferTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An idea that came from another municipality. */
    record Offered(UUID id, String title, CircularField field, String description, String takenFrom) {}

    @Override
    public List<Shareable> shareable(String municipality, Collection<UUID> measures) {
        return jdbc.sql(ADOPTED + " and p.measure_id = any(:measures) order by p.title, p.id")
                .param("municipality", municipality)
                .param("measures", measures.toArray(UUID[]::new))
                .query((row, index) -> shareable(row))
                .list();
    }

    @Override
    public Optional<Shareable> find(String municipality, UUID project) {
        return jdbc.sql(ADOPTED + " and p.id = :id")
                .param("municipality", municipality)
                .param("id", project)
                .query((row, index) -> shareable(row))
                .optional();
    }

    @Override
    public Set<UUID> takingIdeas(String municipality, Collection<UUID> measures) {
        return new HashSet<>(jdbc.sql(TAKING)
                .param("municipality", municipality)
                .param("measures", measures.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    @Override
    public UUID offer(String municipality, UUID measure, Offer offer) {
        // Whoever offers the same at the same moment waits here.
        jdbc.sql("select id from measure where municipality_id = :municipality and id = :measure for no key update")
                .param("municipality", municipality)
                .param("measure", measure)
                .query(UUID.class)
                .optional();
        if (takingIdeas(municipality, List.of(measure)).isEmpty()) {
            throw new NoSuchElementException("No ideas are taken for measure " + measure);
        }
        if (of(municipality, measure).stream().anyMatch(one -> one.title().equalsIgnoreCase(offer.title()))) {
            throw FormRefused.at("measure", "starterproject.offer.duplicate");
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into starter_idea_offer (id, municipality_id, measure_id, title, field, description, taken_from, offered_by)
                        values (:id, :municipality, :measure, :title, :field, :description, :from, :by)
                        """)
                .param("id", id)
                .param("municipality", municipality)
                .param("measure", measure)
                .param("title", offer.title())
                .param("field", offer.field().name())
                .param("description", offer.description())
                .param("from", offer.from())
                .param("by", offer.by())
                .update();
        return id;
    }

    /** @return what was offered for the measure, bundled or not, in the order in which it came */
    List<Offered> of(String municipality, UUID measure) {
        return jdbc.sql("""
                        select id, title, field, description, taken_from from starter_idea_offer
                        where municipality_id = :municipality and measure_id = :measure order by created_at, id
                        """)
                .param("municipality", municipality)
                .param("measure", measure)
                .query(Offered.class)
                .list();
    }

    private static Shareable shareable(ResultSet row) throws SQLException {
        return new Shareable(
                row.getObject("id", UUID.class),
                row.getObject("measure_id", UUID.class),
                new ProjectOutline(
                        row.getString("title"),
                        CircularField.valueOf(row.getString("field")),
                        row.getString("main_r_strategy"),
                        row.getString("problem"),
                        row.getString("solution"),
                        row.getString("goal"),
                        row.getString("material_stream"),
                        List.of((String[]) row.getArray("agency_roles").getArray()),
                        row.getInt("months"),
                        List.of((String[]) row.getArray("indicators").getArray())));
    }
}
