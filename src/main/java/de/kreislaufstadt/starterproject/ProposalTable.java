package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.starterproject.RatingTable.Rated;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposed selections with the choice per sketch. */
@Repository
class ProposalTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    ProposalTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /**
     * A choice as the deciding body sees it.
     *
     * @param department key of the department that looks after the bearer
     * @param reason why the choice deviates from the recommendation, or what was to be reworked; else null
     */
    record Chosen(
            UUID proposalId,
            UUID sketchId,
            String title,
            String bearer,
            String department,
            Recommendation choice,
            Recommendation recommendation,
            String reason) {}

    /** @return id of the new proposal */
    UUID add(TaskContext task, UUID round, ProposalForm form, Map<UUID, Rated> rated) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into selection_proposal (id, municipality_id, measure_id, round_id, number, proposal, body, reason, proposed_by)
                values (:id, :municipality, :measure, :round,
                    (select coalesce(max(number), 0) + 1 from selection_proposal
                     where municipality_id = :municipality and round_id = :round),
                    :proposal, :body, :reason, :actor)
                """)
                .param("id", id)
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .param("round", round)
                .param("proposal", form.proposal().name())
                .param("body", form.body() == null ? null : form.body().name())
                .param("reason", form.reason())
                .param("actor", task.actor())
                .update();
        SqlParameterSource[] choices = form.choices().stream()
                .map(choice -> new MapSqlParameterSource("id", UUID.randomUUID())
                        .addValue("municipality", task.municipality())
                        .addValue("proposal", id)
                        .addValue("sketch", choice.sketchId())
                        .addValue("choice", choice.choice().name())
                        .addValue(
                                "recommendation",
                                rated.get(choice.sketchId()).recommendation().name())
                        .addValue("reason", choice.reason()))
                .toArray(SqlParameterSource[]::new);
        batch.batchUpdate("""
                insert into selection_choice (id, municipality_id, proposal_id, sketch_id, choice, recommendation, reason)
                values (:id, :municipality, :proposal, :sketch, :choice, :recommendation, :reason)
                """, choices);
        return id;
    }

    /** @return the choices of the newest proposal of the round */
    List<ProposalForm.Choice> lastChoices(String municipality, UUID round) {
        return jdbc.sql("""
                select c.sketch_id, c.choice, c.reason from selection_choice c
                where c.municipality_id = :municipality and c.proposal_id = (
                    select p.id from selection_proposal p
                    where p.municipality_id = :municipality and p.round_id = :round order by p.number desc limit 1)
                """)
                .param("municipality", municipality)
                .param("round", round)
                .query(ProposalForm.Choice.class)
                .list();
    }

    /** @return the choices of the measure's newest proposal, by title; empty if there is none */
    List<Chosen> newest(String municipality, UUID measureId) {
        return jdbc.sql("""
                select c.proposal_id, c.sketch_id, s.title, s.bearer, i.department, c.choice, c.recommendation, c.reason
                from selection_choice c
                join project_sketch s on s.municipality_id = c.municipality_id and s.id = c.sketch_id
                join starter_idea i on i.municipality_id = s.municipality_id and i.id = s.idea_id
                where c.municipality_id = :municipality and c.proposal_id = (
                    select p.id from selection_proposal p
                    join selection_round r on r.municipality_id = p.municipality_id and r.id = p.round_id
                    where p.municipality_id = :municipality and p.measure_id = :measure
                    order by r.number desc, p.number desc limit 1)
                order by s.title, c.sketch_id
                """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query(Chosen.class)
                .list();
    }

    /** @return why the newest proposal of the round was returned, if it was */
    Optional<String> returnReason(String municipality, UUID round) {
        return jdbc.sql("""
                select d.reason from selection_decision d
                join selection_proposal p on p.municipality_id = d.municipality_id and p.id = d.proposal_id
                where d.municipality_id = :municipality and p.round_id = :round and d.result = 'RETURN'
                order by p.number desc limit 1
                """)
                .param("municipality", municipality)
                .param("round", round)
                .query(String.class)
                .optional();
    }
}
