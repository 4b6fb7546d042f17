package de.kreislaufstadt.process.engine.record;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.TaskContext;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the history of steps, which knows the people of every round and not only the last one. */
@Component
class FourEyesBySteps implements FourEyes {

    private final StepTable steps;

    FourEyesBySteps(StepTable steps) {
        this.steps = steps;
    }

    @Override
    public void check(TaskContext task, String field, String... authoring) {
        if (steps.hasDoneAny(task, List.of(authoring))) {
            throw FormRefused.at(field, "process.fourEyes");
        }
    }
}
