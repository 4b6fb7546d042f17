package de.kreislaufstadt.process;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A user task that waits for somebody.
 *
 * @param municipality id of the municipality (tenant)
 * @param id engine's id of the task
 * @param key id of the user task in its model
 * @param name in the language of the reader
 * @param lead key of the department that leads the measure
 * @param department key of the department whose task it is; null if it waits for nobody's group
 * @param group engine's id of the candidate group; null as above
 * @param ofHead whether it waits for the head of the department and not for its members
 * @param assignee engine's id of the person who has claimed it; null if nobody has, or if whoever had cannot act any more
 * @param created day it came up
 * @param due last day to complete it; null if it has none
 */
public record WatchedTask(
        String municipality,
        String id,
        String key,
        String name,
        UUID measureId,
        String measureNumber,
        String lead,
        String department,
        String group,
        boolean ofHead,
        String assignee,
        LocalDate created,
        LocalDate due) {}
