package de.kreislaufstadt.knowledge;

import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.TaskContext;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Goals, items and reviews of a measure's knowledge building. */
@Repository
class KnowledgeTable {

    private final NamedParameterJdbcTemplate batches;
    private final JdbcClient jdbc;

    KnowledgeTable(NamedParameterJdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    List<KnowledgeGoal> goals(TaskContext task) {
        return jdbc.sql("""
                        select * from knowledge_goal
                        where municipality_id = :municipality and measure_id = :measure
                        order by position""")
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .query(KnowledgeTable::goal)
                .list();
    }

    /** @throws NoSuchElementException if the measure has no such goal */
    KnowledgeGoal goal(TaskContext task, UUID id) {
        return jdbc.sql("""
                        select * from knowledge_goal
                        where municipality_id = :municipality and measure_id = :measure and id = :id""")
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .param("id", id)
                .query(KnowledgeTable::goal)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("Knowledge goal " + id));
    }

    void add(TaskContext task, List<KnowledgeGoal> goals) {
        batches.batchUpdate(
                """
                insert into knowledge_goal
                    (id, municipality_id, measure_id, position, question, responsible, due_on, state, defined_by)
                values (:id, :municipality, :measure, :position, :question, :responsible, :due, :state, :definedBy)""",
                goals.stream()
                        .map(goal -> row(task)
                                .addValue("id", goal.id())
                                .addValue("position", goal.position())
                                .addValue("question", goal.question())
                                .addValue("responsible", goal.responsible())
                                .addValue("due", goal.due())
                                .addValue("state", goal.state().name())
                                .addValue("definedBy", goal.definedBy()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    void answer(TaskContext task, UUID goal, GoalState state, String answer, String deferredReason) {
        jdbc.sql("""
                        update knowledge_goal
                        set state = :state, result = coalesce(:answer, result), deferred_reason = :reason,
                            answered_by = :actor, answered_at = now()
                        where municipality_id = :municipality and id = :id""")
                .param("municipality", task.municipality())
                .param("id", goal)
                .param("state", state.name())
                .param("answer", answer)
                .param("reason", deferredReason)
                .param("actor", task.actor())
                .update();
    }

    /** @return by goal of the measure, the day that the lead has set */
    Map<UUID, LocalDate> dueDates(TaskContext task) {
        Map<UUID, LocalDate> days = new HashMap<>();
        jdbc.sql("""
                        select id, due_on from knowledge_goal
                        where municipality_id = :municipality and measure_id = :measure""")
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .query(row -> {
                    days.put(row.getObject("id", UUID.class), row.getObject("due_on", LocalDate.class));
                });
        return days;
    }

    void reopen(TaskContext task, Collection<UUID> goals) {
        jdbc.sql("""
                        update knowledge_goal set state = 'OPEN', deferred_reason = null
                        where municipality_id = :municipality and measure_id = :measure and id in (:ids)""")
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .param("ids", goals)
                .update();
    }

    /** @return what the goal's department has recorded itself */
    List<KnowledgeItem> items(TaskContext task, UUID goal) {
        return jdbc.sql("""
                        select * from knowledge_item
                        where municipality_id = :municipality and goal_id = :goal and taken_from is null
                        order by position""")
                .param("municipality", task.municipality())
                .param("goal", goal)
                .query(KnowledgeTable::item)
                .list();
    }

    List<KnowledgeItem> items(TaskContext task) {
        return jdbc.sql("""
                        select * from knowledge_item
                        where municipality_id = :municipality and measure_id = :measure
                        order by goal_id, position""")
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .query(KnowledgeTable::item)
                .list();
    }

    /** @return the components of the model approach that at least one item of the measure is about */
    Set<ModelComponent> coveredComponents(TaskContext task) {
        return jdbc
                .sql("""
                        select distinct unnest(model_components) from knowledge_item
                        where municipality_id = :municipality and measure_id = :measure""")
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .query(String.class)
                .list()
                .stream()
                .map(ModelComponent::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ModelComponent.class)));
    }

    /** @return titles of what was taken over from other municipalities for the goal, with whence it came */
    List<String> taken(TaskContext task, UUID goal) {
        return jdbc.sql("""
                        select title || ' (' || taken_from || ')' from knowledge_item
                        where municipality_id = :municipality and goal_id = :goal and taken_from is not null
                        order by position, title""")
                .param("municipality", task.municipality())
                .param("goal", goal)
                .query(String.class)
                .list();
    }

    /**
     * Replaces the items of one goal: the form shows all of them, so what it no longer contains was removed there. What was taken over
     * is not in it, and may have come while somebody had it open.
     */
    void replaceItems(TaskContext task, UUID goal, List<KnowledgeItem> items) {
        jdbc.sql(
                        "delete from knowledge_item where municipality_id = :municipality and goal_id = :goal and taken_from is null")
                .param("municipality", task.municipality())
                .param("goal", goal)
                .update();
        batches.batchUpdate(
                """
                insert into knowledge_item
                    (id, municipality_id, measure_id, goal_id, position, title, kind, publisher, year, url,
                     circular_fields, model_components, key_statements, relevance, transferability, recorded_by)
                values (:id, :municipality, :measure, :goal, :position, :title, :kind, :publisher, :year, :url,
                     :fields, :components, :statements, :relevance, :transferability, :actor)""",
                IntStream.range(0, items.size())
                        .mapToObj(i -> itemRow(task, goal, i + 1, items.get(i)))
                        .toArray(MapSqlParameterSource[]::new));
    }

    void add(TaskContext task, KnowledgeReview review) {
        jdbc.sql("""
                        insert into knowledge_review
                            (id, municipality_id, measure_id, result, comment, summary, reviewed_by)
                        values (:id, :municipality, :measure, :result, :comment, :summary, :actor)""")
                .param("id", UUID.randomUUID())
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .param("result", review.result().name())
                .param("comment", review.comment())
                .param("summary", review.summary())
                .param("actor", task.actor())
                .update();
    }

    Optional<KnowledgeReview> lastReview(TaskContext task) {
        return jdbc.sql("""
                        select result, comment, summary from knowledge_review
                        where municipality_id = :municipality and measure_id = :measure
                        order by created_at desc limit 1""")
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .query((row, number) -> new KnowledgeReview(
                        KnowledgeReview.Result.valueOf(row.getString("result")),
                        row.getString("comment"),
                        row.getString("summary")))
                .optional();
    }

    private static MapSqlParameterSource row(TaskContext task) {
        return new MapSqlParameterSource()
                .addValue("municipality", task.municipality())
                .addValue("measure", task.measureId());
    }

    private static MapSqlParameterSource itemRow(TaskContext task, UUID goal, int position, KnowledgeItem item) {
        return row(task)
                .addValue("id", UUID.randomUUID())
                .addValue("goal", goal)
                .addValue("position", position)
                .addValue("title", item.title())
                .addValue("kind", item.kind().name())
                .addValue("publisher", item.publisher())
                .addValue("year", item.year())
                .addValue("url", item.url())
                .addValue("fields", names(item.circularFields()))
                .addValue("components", names(item.components()))
                .addValue("statements", item.statements().toArray(String[]::new))
                .addValue("relevance", item.relevance())
                .addValue("transferability", item.transferability())
                .addValue("actor", task.actor());
    }

    private static KnowledgeGoal goal(ResultSet row, int number) throws SQLException {
        return new KnowledgeGoal(
                row.getObject("id", UUID.class),
                row.getInt("position"),
                row.getString("question"),
                row.getString("responsible"),
                row.getObject("due_on", LocalDate.class),
                GoalState.valueOf(row.getString("state")),
                row.getString("result"),
                row.getString("deferred_reason"),
                row.getString("defined_by"));
    }

    private static KnowledgeItem item(ResultSet row, int number) throws SQLException {
        return new KnowledgeItem(
                row.getString("title"),
                KnowledgeKind.valueOf(row.getString("kind")),
                row.getString("publisher"),
                row.getObject("year", Integer.class),
                row.getString("url"),
                set(row.getArray("circular_fields"), CircularField::valueOf),
                set(row.getArray("model_components"), ModelComponent::valueOf),
                String.join("\n", texts(row.getArray("key_statements"))),
                row.getInt("relevance"),
                row.getObject("transferability", Integer.class));
    }

    private static String[] names(Collection<? extends Enum<?>> choices) {
        return choices.stream().map(Enum::name).toArray(String[]::new);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static <E extends Enum<E>> Set<E> set(Array array, Function<String, E> constant) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(constant).collect(Collectors.toCollection(TreeSet::new));
    }
}
