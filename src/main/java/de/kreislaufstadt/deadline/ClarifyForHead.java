package de.kreislaufstadt.deadline;

import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The Dezernat clarifies an overdue task that the head left undecided or cannot decide. */
@Component
class ClarifyForHead implements TaskHandler<ClarifyForm> {

    private final OverdueTask overdue;

    ClarifyForHead(OverdueTask overdue) {
        this.overdue = overdue;
    }

    @Override
    public String task() {
        return "clarify-for-head";
    }

    @Override
    public Class<ClarifyForm> form() {
        return ClarifyForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        return overdue.shown(task);
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        return overdue.options(task);
    }

    @Override
    public Outcome complete(TaskContext task, ClarifyForm form) {
        return overdue.clarified(task, form);
    }
}
