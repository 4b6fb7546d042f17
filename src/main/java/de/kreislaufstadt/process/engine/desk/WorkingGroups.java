package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.process.DepartmentChoice;
import de.kreislaufstadt.process.engine.people.Candidates;
import java.util.List;

/** Which groups' people can work on a task. */
final class WorkingGroups {

    private WorkingGroups() {}

    /** @return the task's group, and that of the department that has taken over from its department */
    static List<String> of(DeskTask task, DepartmentChoice departments) {
        if (task.group() == null) {
            return List.of();
        }
        String current = departments.currentOf(task.municipality(), task.department());
        boolean heads = task.group().endsWith(Candidates.HEAD);
        return List.of(task.group(), Candidates.group(task.municipality(), current, heads));
    }
}
