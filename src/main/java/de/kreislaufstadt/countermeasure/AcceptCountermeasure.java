package de.kreislaufstadt.countermeasure;

import de.kreislaufstadt.countermeasure.Countermeasures.Kind;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The climate staff unit accepts what the lead has planned, or returns it. */
@Component
class AcceptCountermeasure implements TaskHandler<AcceptCountermeasure.Form> {

    private final CountermeasureTable table;
    private final Shown shown;
    private final FourEyes fourEyes;

    AcceptCountermeasure(CountermeasureTable table, Shown shown, FourEyes fourEyes) {
        this.table = table;
        this.shown = shown;
        this.fourEyes = fourEyes;
    }

    /** What becomes of a plan. */
    enum Result {
        ACCEPT,
        RETURN
    }

    /**
     * Data of the form {@code accept-countermeasure}.
     *
     * @param comment what has to change; null where the plan is accepted without a word
     */
    record Form(Result result, String comment) {}

    @Override
    public String task() {
        return "accept-countermeasure";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        return shown.of(task);
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        fourEyes.check(task, "result", "plan-countermeasure");
        Kind kind = form.result() == Result.ACCEPT ? Kind.ACCEPTED : Kind.RETURNED;
        table.note(task, kind, form.comment(), null, null);
        return Outcome.of("acceptResult", form.result());
    }
}
