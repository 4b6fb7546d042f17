package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.workshop.Ideas;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code workshop_idea}. */
@Repository
public class WorkshopIdeaTable implements Ideas {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    WorkshopIdeaTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    @Override
    public List<Idea> of(String municipality, UUID measureId) {
        return jdbc.sql("""
                        select idea.id, workshop.number as workshop_number, idea.title, idea.circular_field as field,
                            idea.description, idea.r_strategy, idea.points, idea.cluster
                        from workshop_idea idea
                        join workshop on workshop.municipality_id = idea.municipality_id and workshop.id = idea.workshop_id
                        where workshop.municipality_id = :municipality and workshop.measure_id = :measure
                        order by idea.points desc nulls last, workshop.number, idea.position
                        """)
                .paramSource(Params.of(municipality).with("measure", measureId))
                .query(Idea.class)
                .list();
    }

    public void add(String municipality, UUID workshop, List<ConfirmationForm.IdeaRow> ideas) {
        batch.batchUpdate(
                """
                insert into workshop_idea (id, municipality_id, workshop_id, position, title, circular_field, description,
                    r_strategy, points, cluster)
                values (:id, :municipality, :workshop, :position, :title, :field, :description, :rStrategy, :points, :cluster)
                """,
                Params.rows(
                        ideas,
                        (idea, position) -> Params.of(municipality, workshop)
                                .with("position", position)
                                .with("title", idea.title())
                                .with("field", idea.field())
                                .with("description", idea.description())
                                .with("rStrategy", idea.rStrategy())
                                .with("points", idea.points())
                                .with("cluster", idea.cluster())));
    }
}
