package de.kreislaufstadt.countermeasure;

import de.kreislaufstadt.countermeasure.Countermeasures.Kind;
import de.kreislaufstadt.countermeasure.Countermeasures.State;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The lead says what the countermeasure has brought. */
@Component
class ReportEffect implements TaskHandler<ReportEffect.Form> {

    private final CountermeasureTable table;
    private final Shown shown;

    ReportEffect(CountermeasureTable table, Shown shown) {
        this.table = table;
        this.shown = shown;
    }

    /** Whether it works. */
    enum Effect {
        EFFECTIVE,
        NOT_EFFECTIVE
    }

    /** Data of the form {@code report-effect}. */
    record Form(Effect effect, String text) {}

    @Override
    public String task() {
        return "report-effect";
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
        boolean works = form.effect() == Effect.EFFECTIVE;
        table.note(task, works ? Kind.EFFECTIVE : Kind.NOT_EFFECTIVE, null, form.text(), null);
        if (works) {
            table.end(task, State.EFFECTIVE);
        }
        return Outcome.of("effectResult", form.effect());
    }
}
