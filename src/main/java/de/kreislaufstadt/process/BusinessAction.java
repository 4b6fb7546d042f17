package de.kreislaufstadt.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Something that somebody has done, or the product by itself: published with Spring's {@code ApplicationEventPublisher}
 * inside the transaction that does it, by whoever does it. The log of actions takes it down when that transaction commits;
 * if it rolls back, nothing has happened.
 *
 * @param municipality id of the municipality
 * @param measureId the measure it is about; null where it is about none or about several
 * @param kind what was done
 * @param subject what it was done to
 * @param actor engine user id of who did it; null where the product did it by itself
 * @param role key of the role in which they did it, as people were given it: a department, or the group of its heads; null
 *     where nobody knows
 * @param deputyFor engine user id, or group of heads, in whose place they did it; null where they acted for themselves
 * @param changes what is different afterwards, in the order in which people read it
 * @param reason what they gave as reason; null for none
 * @param modelVersion version of the process's model; null where no model was at work
 * @param decisions decision tables that answered. What {@link Decisions} answers in the same transaction is added by the
 *     log itself and need not be given
 */
public record BusinessAction(
        String municipality,
        UUID measureId,
        Kind kind,
        Subject subject,
        String actor,
        String role,
        String deputyFor,
        List<Change> changes,
        String reason,
        Integer modelVersion,
        List<DecisionAnswered> decisions) {

    /** Field of a step with the moment at which its task came up; no form has a field of this name. */
    public static final String OPENED = "@opened";

    /**
     * Field of a measure that was taken over: a step done before, as its day, its key and the key of the department with spaces
     * between. Older entries of the log do not name the department.
     */
    public static final String DONE_BEFORE = "doneBefore";

    /**
     * What can be done. Each constant has its words in {@code messages/audit.properties}, as {@code audit.kind.<constant>};
     * a constant is never renamed, since it stands in the log for ever.
     */
    public enum Kind {
        MEASURE_PROPOSED,
        MEASURE_TAKEN_OVER,
        MEASURE_STATE_CHANGED,
        MEASURE_PAUSED,
        MEASURE_RESUMED,
        MEASURE_CANCELLED,
        MEASURE_MERGED,
        LEAD_CHANGED,
        STEP_COMPLETED,
        STEP_SKIPPED,
        STEP_REPEATED,
        TASK_TAKEN,
        TASK_GIVEN_BACK,
        TASK_ASSIGNED,
        TASK_HANDED_OVER,
        TASK_RETURNED,
        TASK_PUT_OFF,
        TASK_BROUGHT_BACK,
        TASK_ASKED,
        TASK_ANSWERED,
        TASK_QUESTION_WITHDRAWN,
        TASK_EXTENDED,
        TASK_UNDONE,
        TASK_CANCELLED,
        JOB_RETRIED,
        MODEL_LIFTED,
        GATE_DECIDED,
        CONDITION_SET,
        CONDITION_SETTLED,
        COSIGNATURE_OPENED,
        COSIGNED,
        COSIGNATURES_RESET,
        ROUND_OPENED,
        ROUND_CLOSED,
        ROUND_PAPER_WRITTEN,
        REPORT_CORRECTION_REQUESTED,
        REPORT_RETURNED,
        REPORT_RETURN_WITHDRAWN,
        ROUND_RELEASED,
        ROUND_FROZEN,
        REPORT_DRAFTED,
        REPORT_CHANGED,
        REPORT_DISCARDED,
        REPORT_RELEASED,
        COUNTERMEASURE_STARTED,
        PUBLICATION_RELEASED,
        PUBLICATION_WITHDRAWN,
        QUESTION_ASKED,
        QUESTION_ANSWERED,
        COMPONENT_COMMENT_ANSWERED,
        COMPONENT_TEXT_CHANGED,
        TIMES_DRAFTED,
        TIMES_RELEASED,
        STANDING_ENTERED,
        STANDING_RELEASED,
        STANDING_WITHDRAWN,
        ITEM_SHARED,
        ITEM_WITHDRAWN,
        ITEM_TAKEN_OVER,
        COMPONENT_ROUND_BEGUN,
        COMPONENT_COMMENTS_CLOSED,
        COMPONENT_ROUND_CANCELLED,
        COMPONENT_VERSION_WITHDRAWN
    }

    /**
     * What something was done to. Keys and ids only, nothing a person wrote.
     *
     * @param processKey key of the process; null where there is none
     * @param taskKey id of the step in its model; null where there is none
     * @param taskId the engine's id of the task; null where there is none
     * @param item key or id of what it is about beside the measure (a workshop, a project, a round); null for nothing
     */
    public record Subject(String processKey, String taskKey, String taskId, String item) {

        /** @return the measure itself, or the municipality */
        public static Subject whole() {
            return new Subject(null, null, null, null);
        }

        /** @return the step of a task */
        public static Subject of(TaskContext task) {
            return new Subject(task.processKey(), task.taskKey(), task.taskId(), null);
        }

        public Subject about(String other) {
            return new Subject(processKey, taskKey, taskId, other);
        }
    }

    /**
     * A value that was entered or is different afterwards. Values lie where a person can be erased from them.
     *
     * @param field key of the field, e.g. {@code due} or {@code packages[0].title}
     * @param from as it was; null for nothing
     * @param to as it is; null for nothing
     * @param sort what may be kept of it
     */
    public record Change(String field, String from, String to, Sort sort) {

        /** What may be kept of a value. */
        public enum Sort {
            /** The value itself. */
            VALUE,
            /** An id of an account, which the log replaces by an opaque token. */
            PERSON,
            /** That it was entered, and nothing else: data of a person with a time of deletion of its own. */
            WITHHELD
        }

        public Change {
            Objects.requireNonNull(field);
            if (sort == Sort.WITHHELD) {
                from = null;
                to = null;
            }
        }

        public static Change of(String field, Object from, Object to) {
            return new Change(field, text(from), text(to), Sort.VALUE);
        }

        /** @param from engine user id of who it was; null for nobody */
        public static Change ofPerson(String field, String from, String to) {
            return new Change(field, from, to, Sort.PERSON);
        }

        /** A value about a person, which lies elsewhere until it is deleted there. */
        public static Change withheld(String field) {
            return new Change(field, null, null, Sort.WITHHELD);
        }

        private static String text(Object value) {
            return value == null ? null : value.toString();
        }
    }

    /**
     * What a decision table answered, and why.
     *
     * @param municipality whose table was asked; null for the shared one
     * @param decision id of the table
     * @param inputs what it was asked with
     * @param answers outputs of every matching rule
     * @param rules ids of the matching rules
     * @param reasons what stands beside these rules in words
     */
    public record DecisionAnswered(
            String municipality,
            String decision,
            Map<String, Object> inputs,
            List<Map<String, Object>> answers,
            List<String> rules,
            List<String> reasons) {}

    public BusinessAction {
        Objects.requireNonNull(municipality, "municipality");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        changes = changes == null ? List.of() : List.copyOf(changes);
        decisions = decisions == null ? List.of() : List.copyOf(decisions);
    }

    /** What somebody does to a measure or to something of it; more is added with the methods below. */
    public static BusinessAction of(String municipality, UUID measureId, Kind kind, Subject subject, String actor) {
        return new BusinessAction(
                municipality, measureId, kind, subject, actor, null, null, List.of(), null, null, List.of());
    }

    /** What whoever works on a task does with it, for themselves or in somebody's place. */
    public static BusinessAction of(Kind kind, TaskContext task) {
        return of(task.municipality(), task.measureId(), kind, Subject.of(task), task.actor())
                .inPlaceOf(task.deputyFor());
    }

    /** @return the same, done in a role */
    public BusinessAction as(String key) {
        return new BusinessAction(
                municipality,
                measureId,
                kind,
                subject,
                actor,
                key,
                deputyFor,
                changes,
                reason,
                modelVersion,
                decisions);
    }

    /** @return the same, done in somebody's place */
    public BusinessAction inPlaceOf(String absent) {
        return new BusinessAction(
                municipality, measureId, kind, subject, actor, role, absent, changes, reason, modelVersion, decisions);
    }

    /** @return the same, for a reason */
    public BusinessAction because(String why) {
        return new BusinessAction(
                municipality, measureId, kind, subject, actor, role, deputyFor, changes, why, modelVersion, decisions);
    }

    /** @return the same, with what is different afterwards */
    public BusinessAction changing(List<Change> all) {
        return new BusinessAction(
                municipality, measureId, kind, subject, actor, role, deputyFor, all, reason, modelVersion, decisions);
    }

    /** @return the same, with what is different afterwards */
    public BusinessAction changing(Change... all) {
        return changing(List.of(all));
    }

    /** @return the same, under a version of a model */
    public BusinessAction under(int version) {
        return new BusinessAction(
                municipality, measureId, kind, subject, actor, role, deputyFor, changes, reason, version, decisions);
    }
}
