package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.ReleaseEvaluation.Form;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Releases an evaluation or returns it; whoever wrote it cannot release it. */
@Component
class ReleaseEvaluation implements TaskHandler<Form> {

    private final EvaluationTable evaluations;
    private final MeasureView view;
    private final FourEyes fourEyes;
    private final GateView gates;
    private final ApplicationEventPublisher events;

    ReleaseEvaluation(
            EvaluationTable evaluations,
            MeasureView view,
            FourEyes fourEyes,
            GateView gates,
            ApplicationEventPublisher events) {
        this.events = events;
        this.gates = gates;
        this.evaluations = evaluations;
        this.view = view;
        this.fourEyes = fourEyes;
    }

    /**
     * @param note what to change, null for a release
     */
    record Form(Result result, String note) {

        enum Result {
            RELEASE,
            RETURN
        }
    }

    @Override
    public String task() {
        return "release-evaluation";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Map<String, Object> data = new HashMap<>();
        data.put("evaluation", view.evaluation(latest(task).content()));
        data.put("openConditions", gates.openConditions(task.municipality(), task.measureId()));
        return data;
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        fourEyes.check(task, "result", "evaluate-measure");
        new Problems()
                .check(
                        form.result() == Form.Result.RETURN
                                || gates.openConditions(task.municipality(), task.measureId()) == null,
                        "result",
                        "measure.condition.stillOpen")
                .throwIfAny();
        evaluations.addReview(task.municipality(), task.measureId(), form, task.actor());
        if (form.result() == Form.Result.RELEASE) {
            events.publishEvent(new EvaluationReleased(task.municipality(), task.measureId()));
        }
        return Outcome.of("releaseResult", form.result());
    }

    private EvaluationTable.Stored latest(TaskContext task) {
        return evaluations
                .latest(task.municipality(), task.measureId())
                .orElseThrow(() -> new NoSuchElementException("No evaluation of " + task.measureNumber()));
    }
}
