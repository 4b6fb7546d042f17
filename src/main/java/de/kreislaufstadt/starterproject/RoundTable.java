package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.TaskContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds of the selection with the ideas bundled in them. */
@Repository
class RoundTable implements StarterIdeas {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final OfferTable offers;

    RoundTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch, OfferTable offers) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.offers = offers;
    }

    /**
     * A bundled idea.
     *
     * @param department key of the department that looks after the bearer
     */
    record Idea(UUID id, String title, CircularField field, String description, String department) {}

    @Override
    public List<ItemRef> takeOver(String municipality, UUID measureId, List<NewIdea> ideas, String recordedBy) {
        List<BundleForm.Row> rows = ideas.stream()
                .map(idea -> new BundleForm.Row(
                        idea.title(), idea.field(), idea.department(), List.of(), idea.description()))
                .toList();
        return add(municipality, measureId, new BundleForm(BundleResult.SKETCH, rows, null, null), recordedBy);
    }

    /** @return the new ideas with their departments, in the order of the form */
    List<ItemRef> add(TaskContext task, BundleForm form) {
        return add(task.municipality(), task.measureId(), form, task.actor());
    }

    private List<ItemRef> add(String municipality, UUID measureId, BundleForm form, String actor) {
        UUID round = UUID.randomUUID();
        jdbc.sql("""
                insert into selection_round (id, municipality_id, measure_id, number, result, reason, set_aside_reason, bundled_by)
                select :id, :municipality, :measure, coalesce(max(number), 0) + 1, :result, :reason, :setAside, :actor
                from selection_round where municipality_id = :municipality and measure_id = :measure
                """)
                .param("id", round)
                .param("municipality", municipality)
                .param("measure", measureId)
                .param("result", form.bundleResult().name())
                .param("reason", form.reason())
                .param("setAside", form.setAsideReason())
                .param("actor", actor)
                .update();
        return form.bundleResult() == BundleResult.NONE
                ? List.of()
                : addIdeas(municipality, measureId, round, form.ideas());
    }

    private List<ItemRef> addIdeas(String municipality, UUID measureId, UUID round, List<BundleForm.Row> rows) {
        Set<UUID> offered = offers.of(municipality, measureId).stream()
                .map(OfferTable.Offered::id)
                .collect(Collectors.toSet());
        List<ItemRef> added = new ArrayList<>();
        List<SqlParameterSource> ideas = new ArrayList<>();
        List<SqlParameterSource> sources = new ArrayList<>();
        for (BundleForm.Row row : rows) {
            UUID id = UUID.randomUUID();
            added.add(ItemRef.of(id, row.department()));
            ideas.add(new MapSqlParameterSource("id", id)
                    .addValue("municipality", municipality)
                    .addValue("measure", measureId)
                    .addValue("round", round)
                    .addValue("position", added.size())
                    .addValue("origin", originOf(row, offered))
                    .addValue("title", row.title())
                    .addValue("field", row.field().name())
                    .addValue("description", row.description())
                    .addValue("department", row.department()));
            row.sources()
                    .forEach(source -> sources.add(new MapSqlParameterSource("idea", id)
                            .addValue("municipality", municipality)
                            .addValue("source", source)));
        }
        batch.batchUpdate("""
                insert into starter_idea (id, municipality_id, measure_id, round_id, position, origin, title, field, description, department)
                values (:id, :municipality, :measure, :round, :position, :origin, :title, :field, :description, :department)
                """, ideas.toArray(SqlParameterSource[]::new));
        batch.batchUpdate("""
                insert into starter_idea_source (municipality_id, idea_id, workshop_idea_id)
                values (:municipality, :idea, :source)
                """, sources.toArray(SqlParameterSource[]::new));
        return added;
    }

    private static String originOf(BundleForm.Row row, Set<UUID> offered) {
        return switch (row.sources().size()) {
            case 0 -> "OWN";
            case 1 -> offered.containsAll(row.sources()) ? "TAKEN" : "WORKSHOP";
            default -> "MERGED";
        };
    }

    /** @return the ideas of workshops and of other municipalities that any round of the measure has taken up */
    Set<UUID> sources(String municipality, UUID measureId) {
        return new HashSet<>(jdbc.sql("""
                select s.workshop_idea_id from starter_idea_source s
                join starter_idea i on i.municipality_id = s.municipality_id and i.id = s.idea_id
                where s.municipality_id = :municipality and i.measure_id = :measure
                """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query(UUID.class)
                .list());
    }

    /** @return a bundled idea */
    Idea idea(String municipality, UUID id) {
        return jdbc.sql("""
                select id, title, field, description, department from starter_idea
                where municipality_id = :municipality and id = :id
                """)
                .param("municipality", municipality)
                .param("id", id)
                .query(Idea.class)
                .single();
    }

    /** @return the round the measure is in */
    UUID current(String municipality, UUID measureId) {
        return latest(municipality, measureId)
                .orElseThrow(() -> new IllegalStateException("No ideas were bundled for measure " + measureId));
    }

    private Optional<UUID> latest(String municipality, UUID measureId) {
        return jdbc.sql("""
                select id from selection_round where municipality_id = :municipality and measure_id = :measure
                order by number desc limit 1
                """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query(UUID.class)
                .optional();
    }
}
