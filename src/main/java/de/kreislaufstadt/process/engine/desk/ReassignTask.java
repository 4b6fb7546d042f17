package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Intervention;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Gives a task of others to another person of its department, to another department, or to a person there. Unlike people who
 * hand on their own task, whoever steps in says why.
 */
@Component
class ReassignTask implements Intervention {

    private final SteeredDesk steered;
    private final HandOverDesk desk;

    ReassignTask(SteeredDesk steered, HandOverDesk desk) {
        this.steered = steered;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return "REASSIGN";
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
        problems.check(wish.department() != null || wish.person() != null, "department", "form.required");
    }

    @Override
    public void carryOut(String item, Wish wish, Login who) {
        String person = blankToNull(wish.person());
        steered.with(item, who, false, task -> {
            if (blankToNull(wish.department()) == null) {
                desk.toColleague(task, person, wish.reason(), true, who);
            } else {
                desk.toDepartment(task, wish.department(), person, wish.reason(), who);
            }
        });
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
