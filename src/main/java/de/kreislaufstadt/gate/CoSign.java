package de.kreislaufstadt.gate;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.gate.CoSign.Form;
import de.kreislaufstadt.gate.Signature.Result;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Signs a proposal for a department, refuses it, or signs it with a change that everybody else has to sign too. */
@Component
class CoSign implements TaskHandler<Form> {

    private final SignatureTable table;
    private final SignatureView view;
    private final ApplicationEventPublisher events;

    CoSign(SignatureTable table, SignatureView view, ApplicationEventPublisher events) {
        this.table = table;
        this.view = view;
        this.events = events;
    }

    /**
     * @param round number of the round that the form was opened for
     * @param remark change or reason; null for a plain signature
     */
    record Form(Choice result, Integer round, String remark) {

        enum Choice {
            SIGNED,
            SIGNED_WITH_CHANGE,
            REFUSED
        }
    }

    @Override
    public String task() {
        return "co-sign";
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
        SignerCheck.check(task, round, form.round(), new Problems()).throwIfAny();
        Result result = Result.valueOf(form.result().name());
        boolean signed = table.sign(task, task.id("coSignId"), result, form.remark());
        new Problems().check(signed, "result", "gate.sign.again").throwIfAny();
        events.publishEvent(BusinessAction.of(BusinessAction.Kind.COSIGNED, task)
                .changing(Change.of("result", null, result), Change.of("hash", null, round.hash()))
                .because(form.remark()));
        return Outcome.of("coSignResult", form.result()).and("coSignAgain", result == Result.SIGNED_WITH_CHANGE);
    }
}
