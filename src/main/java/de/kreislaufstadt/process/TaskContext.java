package de.kreislaufstadt.process;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Where a step stands: whose measure it belongs to, who acts, and the routing values it can see.
 *
 * @param municipality id of the municipality (tenant)
 * @param measureId the measure
 * @param measureNumber its number, the business key of every process of the tree
 * @param lead key of the lead department
 * @param processKey key of the process the step belongs to
 * @param taskKey id of the user or service task in its model
 * @param taskId the engine's id of the task; null outside of user tasks
 * @param actor engine user id of who acts; null where the engine acts by itself (timers)
 * @param values routing values visible in the scope, by name
 * @param deputyFor in whose place the actor acts: engine user id, or group of the heads where a role has a deputy; null
 *     where the actor acts for themselves
 */
public record TaskContext(
        String municipality,
        UUID measureId,
        String measureNumber,
        String lead,
        String processKey,
        String taskKey,
        String taskId,
        String actor,
        Map<String, Object> values,
        String deputyFor) {

    /** Where somebody acts for themselves, or nobody does. */
    public TaskContext(
            String municipality,
            UUID measureId,
            String measureNumber,
            String lead,
            String processKey,
            String taskKey,
            String taskId,
            String actor,
            Map<String, Object> values) {
        this(municipality, measureId, measureNumber, lead, processKey, taskKey, taskId, actor, values, null);
    }

    /** @return the same step, done in somebody's place */
    public TaskContext inPlaceOf(String absent) {
        return new TaskContext(
                municipality, measureId, measureNumber, lead, processKey, taskKey, taskId, actor, values, absent);
    }

    /**
     * @return the id that a routing value holds, e.g. {@code goalId}
     * @throws IllegalStateException if the scope has no such value
     */
    public UUID id(String name) {
        String text = text(name);
        if (text == null) {
            throw new IllegalStateException("No routing value " + name + " at " + taskKey);
        }
        return ItemRef.idIn(text);
    }

    /** @return a routing value as text, or null where there is none */
    public String text(String name) {
        Object value = values.get(name);
        return value == null ? null : value.toString();
    }

    /** @return a routing value as date, or null where there is none */
    public LocalDate date(String name) {
        String text = text(name);
        return text == null ? null : LocalDate.parse(text);
    }

    /** @return whether a routing value is set and true */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }
}
