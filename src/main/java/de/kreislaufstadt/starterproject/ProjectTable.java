package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.starterproject.ProposalTable.Chosen;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions about proposed selections and the starter projects they brought about. */
@Repository
class ProjectTable implements StarterProjects {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    ProjectTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /**
     * Records a decision about a proposal.
     *
     * @param decision id of the new row
     * @param proposal row of the proposal
     * @param preliminary whether another body follows
     */
    void decide(TaskContext task, UUID decision, DecisionForm form, UUID proposal, boolean preliminary) {
        jdbc.sql("""
                insert into selection_decision (id, municipality_id, measure_id, proposal_id, position, preliminary, body,
                    body_name, decided_on, result, paper_number, reason, recorded_by)
                values (:id, :municipality, :measure, :proposal,
                    (select coalesce(max(position), 0) + 1 from selection_decision
                     where municipality_id = :municipality and proposal_id = :proposal),
                    :preliminary, :body, :bodyName, :decidedOn, :result, :paperNumber, :reason, :actor)
                """)
                .param("id", decision)
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .param("proposal", proposal)
                .param("preliminary", preliminary)
                .param("body", form.body().name())
                .param("bodyName", form.bodyName())
                .param("decidedOn", form.decidedOn())
                .param("result", form.result().name())
                .param("paperNumber", form.paperNumber())
                .param("reason", form.reason())
                .param("actor", task.actor())
                .update();
    }

    /**
     * Makes sketches starter projects.
     *
     * @param decision row of the decision that did
     * @return the new starter projects with the departments that look after their bearers
     */
    List<ItemRef> adopt(TaskContext task, UUID decision, List<Chosen> proposed) {
        List<ItemRef> adopted = new ArrayList<>();
        List<SqlParameterSource> rows = new ArrayList<>();
        for (Chosen sketch : proposed) {
            UUID id = UUID.randomUUID();
            adopted.add(ItemRef.of(id, sketch.department()));
            rows.add(new MapSqlParameterSource("id", id)
                    .addValue("municipality", task.municipality())
                    .addValue("measure", task.measureId())
                    .addValue("sketch", sketch.sketchId())
                    .addValue("decision", decision)
                    .addValue("title", sketch.title())
                    .addValue("bearer", sketch.bearer())
                    .addValue("department", sketch.department()));
        }
        batch.batchUpdate("""
                insert into starter_project (id, municipality_id, measure_id, sketch_id, decision_id, title, bearer, department)
                values (:id, :municipality, :measure, :sketch, :decision, :title, :bearer, :department)
                """, rows.toArray(SqlParameterSource[]::new));
        return adopted;
    }

    @Override
    public List<StarterProject> adopted(String municipality, UUID measureId) {
        return jdbc.sql("""
                select p.id, p.title, p.bearer, p.department, s.goal, s.starts_on, s.months
                from starter_project p
                join project_sketch s on s.municipality_id = p.municipality_id and s.id = p.sketch_id
                where p.municipality_id = :municipality and p.measure_id = :measure order by p.title, p.id
                """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query(StarterProject.class)
                .list();
    }

    @Override
    public List<String> indicators(String municipality, UUID starterProjectId) {
        return jdbc.sql("""
                select i.name from sketch_indicator i
                join starter_project p on p.municipality_id = i.municipality_id and p.sketch_id = i.sketch_id
                where i.municipality_id = :municipality and p.id = :project order by i.position
                """)
                .param("municipality", municipality)
                .param("project", starterProjectId)
                .query(String.class)
                .list();
    }
}
