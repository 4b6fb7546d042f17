package de.kreislaufstadt.document;

import de.kreislaufstadt.document.Document.Step;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.Visitors.VisibleTask;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What one person may do with the documents of one measure.
 *
 * @param departments keys of the departments the person belongs to
 * @param lead key of the department that leads the measure
 * @param role the person's role at the measure; null where the measure is only seen through the task
 * @param task the task the person sees; null on the measure's page
 * @param successor the department that does a department's work today
 */
record Standing(
        String municipality,
        String user,
        List<String> departments,
        UUID measure,
        String lead,
        String role,
        VisibleTask task,
        UnaryOperator<String> successor) {

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

    /** The lead keeps the record in order; everybody else changes what the own department, or one before it, has brought. */
    boolean mayChange(Document document) {
        String department = successor.apply(document.department());
        return LEAD.equals(role)
                || departments.contains(department)
                || worksOnTask() && task.department() != null && department.equals(successor.apply(task.department()));
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
