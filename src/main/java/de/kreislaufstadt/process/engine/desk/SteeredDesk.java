package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.engine.steer.SteeredTask;
import de.kreislaufstadt.process.engine.steer.SteeredTasks;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Lets those who step in do with tasks of others what people do with their own, by the same rules and in the same records. */
@Component
class SteeredDesk {

    private final SteeredTasks steered;
    private final DeskTasks tasks;

    SteeredDesk(SteeredTasks steered, DeskTasks tasks) {
        this.steered = steered;
        this.tasks = tasks;
    }

    /** @return ids of the open tasks of a measure */
    List<String> open(String municipality, String number) {
        return steered.ofMeasure(municipality, number).stream()
                .map(SteeredTask::id)
                .toList();
    }

    /**
     * Does something with a task that the person may step in at.
     *
     * @param asked whether it can be done while a question about the task is open
     */
    void with(String id, Login who, boolean asked, Consumer<DeskTask> work) {
        SteeredTask task = steered.steeredBy(who, id);
        if (task.paused() || !asked) {
            task.requireMovable();
        }
        try {
            work.accept(tasks.any(id));
        } catch (TaskActionRefused refused) {
            throw new InterventionRefused(
                    Cause.valueOf(refused.why().name()),
                    refused.getMessage(),
                    refused.arguments().toArray());
        }
    }
}
