package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Intervention;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts a task of others off to a later day; it comes back to whoever has it now. */
@Component
class PutOffTask implements Intervention {

    private final SteeredDesk steered;
    private final FollowUpDesk desk;

    PutOffTask(SteeredDesk steered, FollowUpDesk desk) {
        this.steered = steered;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return "FOLLOW_UP";
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
        steered.with(item, who, false, task -> {
            String holder = task.task().getAssignee();
            desk.putOff(
                    task,
                    new FollowUpDesk.Wish(
                            wish.date(), wish.reason(), holder == null ? FollowUpDesk.GROUP : holder, wish.afterDue()),
                    true,
                    who);
        });
    }
}
