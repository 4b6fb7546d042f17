package de.kreislaufstadt.countermeasure;

import de.kreislaufstadt.countermeasure.Countermeasures.Countermeasure;
import de.kreislaufstadt.countermeasure.Countermeasures.Kind;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The lead says what it does about a missed target. */
@Component
class PlanCountermeasure implements TaskHandler<PlanCountermeasure.Form> {

    private final CountermeasureTable table;
    private final Shown shown;
    private final Clock clock;

    PlanCountermeasure(CountermeasureTable table, Shown shown, Clock clock) {
        this.table = table;
        this.shown = shown;
        this.clock = clock;
    }

    /**
     * Data of the form {@code plan-countermeasure}.
     *
     * @param reason why the target was missed
     * @param action what is done about it, and by whom
     * @param until day by which it is done
     */
    record Form(String reason, String action, LocalDate until) {}

    @Override
    public String task() {
        return "plan-countermeasure";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Map<String, Object> data = shown.of(task);
        table.one(task).steps().stream()
                .filter(step -> step.kind() == Kind.PLANNED)
                .reduce((earlier, later) -> later)
                .ifPresent(plan -> {
                    data.put("reason", plan.reason());
                    data.put("action", plan.text());
                    data.put("until", plan.until());
                });
        return data;
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        Countermeasure one = table.one(task);
        if (form.until().isBefore(LocalDate.now(clock))) {
            throw FormRefused.at("until", "countermeasure.until.past");
        }
        if (form.until().isAfter(one.deadline())) {
            throw FormRefused.at("until", "countermeasure.until.afterDeadline", ReadersLanguage.day(one.deadline()));
        }
        table.note(task, Kind.PLANNED, form.reason(), form.action(), form.until());
        return Outcome.none();
    }
}
