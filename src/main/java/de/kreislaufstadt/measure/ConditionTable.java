package de.kreislaufstadt.measure;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.TaskContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Conditions of decisions. */
@Repository
class ConditionTable implements Conditions {

    private static final String ROW =
            "select id, decision_id as decision, text, department, due, status, reason, proof,"
                    + " settled_on from decision_condition where municipality_id = :municipality";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;
    private final Departments departments;
    private final ApplicationEventPublisher events;

    ConditionTable(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batch,
            Clock clock,
            Departments departments,
            ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
        this.departments = departments;
    }

    @Override
    public void check(TaskContext task, LocalDate decidedOn, List<ConditionRow> rows, Problems problems) {
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < rows.size(); i++) {
            ConditionRow row = rows.get(i);
            String field = "conditionItems[" + i + "]";
            problems.check(!row.due().isBefore(decidedOn), field + ".due", "measure.condition.beforeDecision")
                    .check(
                            row.due().isBefore(decidedOn) || !row.due().isBefore(today),
                            field + ".due",
                            "measure.condition.inPast")
                    .check(
                            departments.isCurrent(task.municipality(), row.department()),
                            field + ".department",
                            "measure.condition.noDepartment");
        }
    }

    @Override
    public void add(TaskContext task, UUID decision, List<ConditionRow> rows) {
        List<SqlParameterSource> added = new ArrayList<>();
        for (ConditionRow row : rows) {
            UUID id = UUID.randomUUID();
            events.publishEvent(BusinessAction.of(
                            task.municipality(),
                            task.measureId(),
                            BusinessAction.Kind.CONDITION_SET,
                            Subject.of(task).about(id.toString()),
                            task.actor())
                    .inPlaceOf(task.deputyFor())
                    .changing(
                            Change.of("text", null, row.text()),
                            Change.of("department", null, row.department()),
                            Change.of("due", null, row.due())));
            added.add(new MapSqlParameterSource("id", id)
                    .addValue("municipality", task.municipality())
                    .addValue("measure", task.measureId())
                    .addValue("decision", decision)
                    .addValue("position", added.size() + 1)
                    .addValue("text", row.text())
                    .addValue("department", row.department())
                    .addValue("due", row.due()));
        }
        batch.batchUpdate("""
                insert into decision_condition
                    (id, municipality_id, measure_id, decision_id, position, text, department, due)
                values (:id, :municipality, :measure, :decision, :position, :text, :department, :due)
                """, added.toArray(SqlParameterSource[]::new));
    }

    @Override
    public List<ItemRef> open(String municipality, UUID measureId, Collection<UUID> decisions) {
        return refs(ofMeasure(municipality, measureId).stream()
                .filter(condition -> decisions.contains(condition.decision()))
                .toList());
    }

    @Override
    public List<String> openTexts(String municipality, UUID measureId) {
        return ofMeasure(municipality, measureId).stream()
                .filter(condition -> condition.status() == Condition.Status.OPEN)
                .map(Condition::text)
                .toList();
    }

    @Override
    public void lapse(TaskContext task, Collection<UUID> decisions) {
        lapse(task.municipality(), task.measureId(), Subject.of(task), task.actor(), decisions::contains);
    }

    /** None of the measure's conditions needs to be met any more: its proposal goes back, or is not carried out. */
    void lapse(TaskContext task) {
        lapse(task.municipality(), task.measureId(), Subject.of(task), task.actor(), decision -> true);
    }

    /** A measure that has ended has nothing left to meet. */
    @EventListener
    void on(MeasureEnded ended) {
        lapse(ended.municipality(), ended.measure(), Subject.whole(), ended.actor(), decision -> true);
    }

    private void lapse(String municipality, UUID measureId, Subject subject, String actor, Predicate<UUID> ofDecision) {
        List<Condition> open = ofMeasure(municipality, measureId).stream()
                .filter(condition -> condition.status() == Condition.Status.OPEN)
                .filter(condition -> ofDecision.test(condition.decision()))
                .toList();
        for (Condition condition : open) {
            jdbc.sql("""
                            update decision_condition set status = 'LAPSED', settled_on = :today
                            where municipality_id = :municipality and id = :id and status = 'OPEN'
                            """)
                    .param("today", LocalDate.now(clock))
                    .param("municipality", municipality)
                    .param("id", condition.id())
                    .update();
            events.publishEvent(BusinessAction.of(
                            municipality,
                            measureId,
                            BusinessAction.Kind.CONDITION_SETTLED,
                            subject.about(condition.id().toString()),
                            actor)
                    .changing(Change.of("status", Condition.Status.OPEN, Condition.Status.LAPSED)));
        }
    }

    /** @return all open conditions of the measure, whichever body has set them */
    List<ItemRef> open(String municipality, UUID measureId) {
        return refs(ofMeasure(municipality, measureId));
    }

    private static List<ItemRef> refs(List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> condition.status() == Condition.Status.OPEN)
                .map(condition -> ItemRef.of(condition.id(), condition.department()))
                .toList();
    }

    /** @return all conditions of the measure in the order in which they were set */
    List<Condition> ofMeasure(String municipality, UUID measureId) {
        return jdbc.sql(ROW + " and measure_id = :measure order by created_at, position")
                .param("municipality", municipality)
                .param("measure", measureId)
                .query(Condition.class)
                .list();
    }

    Condition find(String municipality, UUID id) {
        return jdbc.sql(ROW + " and id = :id")
                .param("municipality", municipality)
                .param("id", id)
                .query(Condition.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No condition " + id + " in " + municipality));
    }

    void settle(TaskContext task, MeetCondition.Form form) {
        events.publishEvent(BusinessAction.of(BusinessAction.Kind.CONDITION_SETTLED, task)
                .changing(
                        Change.of("status", Condition.Status.OPEN, form.result()),
                        Change.of("proof", null, Blank.toNull(form.proof())))
                .because(Blank.toNull(form.reason())));
        jdbc.sql("""
                        update decision_condition set status = :status, reason = :reason, proof = :proof,
                            settled_by = :actor, settled_on = :today
                        where municipality_id = :municipality and id = :id and status = 'OPEN'
                        """)
                .param("status", form.result().name())
                .param("reason", Blank.toNull(form.reason()))
                .param("proof", Blank.toNull(form.proof()))
                .param("actor", task.actor())
                .param("today", LocalDate.now(clock))
                .param("municipality", task.municipality())
                .param("id", task.id("conditionId"))
                .update();
    }
}
