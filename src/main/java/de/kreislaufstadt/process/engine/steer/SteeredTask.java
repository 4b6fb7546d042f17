package de.kreislaufstadt.process.engine.steer;

import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An open task as it looks to somebody who steps in.
 *
 * @param definition engine's id of the model under which it runs
 * @param lead key of the department that leads the measure; null where the process does not say
 * @param group engine group whose task it is, null where it has none
 * @param paused whether its measure stands still
 * @param asked whether it waits for the answer to a question
 */
public record SteeredTask(
        String id,
        String municipality,
        String key,
        String name,
        String process,
        String definition,
        int version,
        String instance,
        String execution,
        UUID measure,
        String number,
        String lead,
        String group,
        String assignee,
        LocalDate due,
        LocalDate followUp,
        boolean paused,
        boolean asked) {

    /** @throws InterventionRefused while the measure is paused or a question about the task is open */
    public void requireMovable() {
        if (paused) {
            throw new InterventionRefused(Cause.CONFLICT, "steering.paused");
        }
        if (asked) {
            throw new InterventionRefused(Cause.CONFLICT, "steering.asked");
        }
    }
}
