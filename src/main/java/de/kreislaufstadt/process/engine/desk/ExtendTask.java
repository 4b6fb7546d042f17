package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Intervention;
import de.kreislaufstadt.process.engine.desk.TaskActionRefused.Cause;
import de.kreislaufstadt.process.engine.people.Candidates;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gives a task of others more time, also while a question about it is open. */
@Component
class ExtendTask implements Intervention {

    private final SteeredDesk steered;
    private final ExtensionDesk desk;
    private final Superiors superiors;

    ExtendTask(SteeredDesk steered, ExtensionDesk desk, Superiors superiors) {
        this.steered = steered;
        this.desk = desk;
        this.superiors = superiors;
    }

    @Override
    public String kind() {
        return "EXTEND";
    }

    @Override
    public boolean inBatches() {
        return true;
    }

    @Override
    public List<String> itemsOf(String municipality, String number) {
        return steered.open(municipality, number);
    }

    @Override
    public void check(Wish wish, Problems problems) {
        problems.check(wish.date() != null, "date", "form.required");
    }

    @Override
    public void carryOut(String item, Wish wish, Login who) {
        steered.with(item, who, true, task -> {
            if (isOwn(task, who) && !superiors.mayExtend(task, who)) {
                throw new TaskActionRefused(Cause.FORBIDDEN, "steering.ownDeadline");
            }
            desk.extend(task, new ExtensionDesk.Wish(wish.date(), wish.reason()), who);
        });
    }

    /** Nobody gives themselves more time, whatever their mandate. */
    private static boolean isOwn(DeskTask task, Login who) {
        return task.isHeldBy(who)
                || task.group() != null && task.group().endsWith(Candidates.HEAD) && task.isInGroupOf(who);
    }
}
