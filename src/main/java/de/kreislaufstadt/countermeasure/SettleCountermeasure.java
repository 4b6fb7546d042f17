package de.kreislaufstadt.countermeasure;

import de.kreislaufstadt.countermeasure.Countermeasures.Kind;
import de.kreislaufstadt.countermeasure.Countermeasures.State;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The superior of the lead decides what follows from a countermeasure without effect. */
@Component
class SettleCountermeasure implements TaskHandler<SettleCountermeasure.Form> {

    private final CountermeasureTable table;
    private final Deadlines deadlines;
    private final Shown shown;
    private final Clock clock;

    SettleCountermeasure(CountermeasureTable table, Deadlines deadlines, Shown shown, Clock clock) {
        this.table = table;
        this.deadlines = deadlines;
        this.shown = shown;
        this.clock = clock;
    }

    /** What follows. */
    enum Result {
        CONTINUE,
        STOP
    }

    /**
     * Data of the form {@code settle-countermeasure}.
     *
     * @param until new last day; null where it is stopped
     */
    record Form(Result result, LocalDate until, String reason) {}

    @Override
    public String task() {
        return "settle-countermeasure";
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
        if (form.result() == Result.STOP) {
            table.note(task, Kind.STOPPED, form.reason(), null, null);
            table.end(task, State.STOPPED);
            return Outcome.of("settleResult", form.result());
        }
        if (!form.until().isAfter(LocalDate.now(clock))) {
            throw FormRefused.at("until", "countermeasure.until.past");
        }
        LocalDate deadline = deadlines.sameOrNext(task.municipality(), form.until());
        table.note(task, Kind.CONTINUED, form.reason(), null, deadline);
        table.until(task, deadline);
        return Deadlines.until(deadline).and("settleResult", form.result());
    }
}
