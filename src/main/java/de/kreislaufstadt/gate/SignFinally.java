package de.kreislaufstadt.gate;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.gate.SignFinally.Form;
import de.kreislaufstadt.gate.Signature.Result;
import de.kreislaufstadt.measure.ReworkRequests;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The lead signs last: it passes the proposal on to who decides, or takes it back to change it. */
@Component
class SignFinally implements TaskHandler<Form> {

    private final SignatureTable table;
    private final SignatureView view;
    private final ReworkRequests rework;
    private final DepartmentDirectory departments;
    private final ApplicationEventPublisher events;
    private final Texts texts = Texts.of("gate");

    SignFinally(
            SignatureTable table,
            SignatureView view,
            ReworkRequests rework,
            DepartmentDirectory departments,
            ApplicationEventPublisher events) {
        this.table = table;
        this.view = view;
        this.rework = rework;
        this.departments = departments;
        this.events = events;
    }

    /**
     * @param round number of the round that the form was opened for
     * @param statement why it goes on although signatures are missing or refused, or what has to be changed
     */
    record Form(Choice result, Integer round, String statement) {

        enum Choice {
            FORWARD,
            REWORK
        }
    }

    @Override
    public String task() {
        return "sign-finally";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        return view.form(task);
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        Round round = view.current(task);
        boolean told = form.statement() != null && !form.statement().isBlank();
        Problems problems = SignerCheck.check(task, round, form.round(), new Problems());
        problems.check(
                told || form.result() == Form.Choice.FORWARD && SignatureView.whole(round),
                "statement",
                "gate.sign.statementMissing");
        problems.throwIfAny();
        table.end(
                task.municipality(),
                round.id(),
                Round.Outcome.valueOf(form.result().name()),
                form.statement());
        if (form.result() == Form.Choice.REWORK) {
            rework.ask(task.municipality(), task.measureId(), wishes(task, round, form.statement()));
        }
        events.publishEvent(BusinessAction.of(BusinessAction.Kind.COSIGNED, task)
                .changing(Change.of("result", null, form.result()), Change.of("hash", null, round.hash()))
                .because(form.statement()));
        return Outcome.of("coSignature", form.result());
    }

    /** What others refused or changed is what has to be dealt with, and what the lead says itself. */
    private List<String> wishes(TaskContext task, Round round, String statement) {
        List<String> wishes = new ArrayList<>();
        round.signatures().stream()
                .filter(signature -> signature.result() == Result.REFUSED)
                .map(signature -> texts.german(
                        "gate.sign.wish",
                        departments.nameOf(task.municipality(), signature.department()),
                        signature.remark()))
                .map(wish -> wish.length() <= 2000 ? wish : wish.substring(0, 2000))
                .forEach(wishes::add);
        wishes.add(statement);
        return wishes;
    }
}
