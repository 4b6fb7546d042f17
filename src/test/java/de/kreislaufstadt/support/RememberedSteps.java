package de.kreislaufstadt.support;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.TaskContext;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The four-eyes rule for modules that are tested without the engine and its history of steps. */
public final class RememberedSteps implements FourEyes {

    private final Set<String> done = new HashSet<>();

    public void completed(TaskContext task) {
        done.add(key(task, task.taskKey()));
    }

    public void forget() {
        done.clear();
    }

    @Override
    public void check(TaskContext task, String field, String... authoring) {
        if (Stream.of(authoring).anyMatch(step -> done.contains(key(task, step)))) {
            throw FormRefused.at(field, "process.fourEyes");
        }
    }

    private static String key(TaskContext task, String step) {
        return task.measureId() + " " + step + " " + task.actor();
    }
}
