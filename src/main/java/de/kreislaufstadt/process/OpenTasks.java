package de.kreislaufstadt.process;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What is known of tasks that still wait for somebody. */
public interface OpenTasks {

    /**
     * @param ids engine's ids of tasks, open or not
     * @return the open ones among them, by id
     */
    Map<String, OpenTask> among(Collection<String> ids);

    /**
     * @param instances engine's ids of instances, running or not
     * @return the only open task of each that has one, by the instance
     */
    Map<String, OpenTask> ofInstances(Collection<String> instances);

    /**
     * An open task.
     *
     * @param name in the language of the reader
     * @param assignee engine's id of the person who holds it, {@code null} if nobody does
     * @param groups engine's ids of the groups whose members may work on it
     * @param due last day, in the city's time zone; {@code null} if it has none
     */
    record OpenTask(String id, String name, String assignee, Set<String> groups, LocalDate due) {}
}
