package de.kreislaufstadt.process.engine.people;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.StandIns;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;

/** In whose place somebody works on a task. */
public final class InPlaceOf {

    private InPlaceOf() {}

    /**
     * @return whom the person stands in for; null where they act for themselves
     * @throws FormRefused if somebody has claimed the task for whom the person does not stand in
     */
    public static String whom(DelegateTask task, String user, StandIns standIns) {
        String group = Candidates.groupOf(task);
        String assignee = task.getAssignee();
        if (assignee != null && !assignee.equals(user)) {
            return standIns.onBehalfOf(user, group, assignee).orElseThrow(() -> FormRefused.at("", "form.claimed"));
        }
        return whom(user, group, task.getOwner(), standIns);
    }

    /** @return whom the person stands in for when they open the task; null where they act for themselves or do not */
    public static String whom(Task task, String group, String user, StandIns standIns) {
        String assignee = task.getAssignee();
        return assignee != null && !assignee.equals(user)
                ? standIns.onBehalfOf(user, group, assignee).orElse(null)
                : whom(user, group, task.getOwner(), standIns);
    }

    /** Whose task it was before it was taken over comes first: a deputy may belong to the same group. */
    private static String whom(String user, String group, String owner, StandIns standIns) {
        if (group == null) {
            return null;
        }
        return (owner == null || owner.equals(user)
                        ? standIns.onBehalfOf(user, group, null)
                        : standIns.onBehalfOf(user, group, owner).or(() -> standIns.onBehalfOf(user, group, null)))
                .orElse(null);
    }
}
