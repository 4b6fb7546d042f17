package de.kreislaufstadt.document;

import de.kreislaufstadt.document.Document.Step;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.Visitors.VisibleTask;
import java.util.List;
import java.util.UUID;

/**
 * What one person may do with the documents of one measure.
 *
 * @param departments keys of the departments the person belongs to
 * @param lead key of the department that leads the measure
 * @param role the person's role at the measure; null where the measure is only seen through the task
 * @param task the task the person works on; null on the measure's page
 */
record Standing(
        String municipality,
        String user,
        List<String> departments,
        UUID measure,
        String lead,
        String role,
        VisibleTask task) {

    private static final String LEAD = "LEAD";
    private static final String CONTRIBUTING = "CONTRIBUTING";

    /** Whoever sees the measure sees its documents; whoever sees only a task, those that matter in it. */
    boolean sees(Document document) {
        return document.measureId().equals(measure) && (role != null || matters(document));
    }

    /** @return whether the document was attached in this step, or in one of the same matter */
    boolean matters(Document document) {
        return task != null && document.mattersIn(step());
    }

    boolean mayAttach() {
        return worksOnTask() || LEAD.equals(role) || CONTRIBUTING.equals(role);
    }

    /** The lead keeps the record in order; everybody else changes what the own department has brought. */
    boolean mayChange(Document document) {
        return LEAD.equals(role)
                || departments.contains(document.department())
                || worksOnTask() && document.department().equals(task.department());
    }

    /** @return the department the person acts for */
    String department() {
        if (worksOnTask() && task.department() != null) {
            return task.department();
        }
        return LEAD.equals(role) || departments.isEmpty() ? lead : departments.get(0);
    }

    private boolean worksOnTask() {
        return task != null && task.mine();
    }

    /** @return the step a new document belongs to; null on the measure's page */
    Step step() {
        if (task == null) {
            return null;
        }
        TaskContext scope = task.scope();
        return new Step(scope.processKey(), scope.taskKey(), task.name(), StepItems.of(scope));
    }
}
