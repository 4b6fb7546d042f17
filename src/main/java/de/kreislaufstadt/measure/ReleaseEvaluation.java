package de.kreislaufstadt.measure;

import de.kreislaufstadt.measure.ReleaseEvaluation.Form;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/** Releases an evaluation or returns it; whoever wrote it cannot release it. */
@Component
class ReleaseEvaluation implements TaskHandler<Form> {

    private final EvaluationTable evaluations;
    private final MeasureView view;
    private final FourEyes fourEyes;

    ReleaseEvaluation(EvaluationTable evaluations, MeasureView view, FourEyes fourEyes) {
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
        return Map.of("evaluation", view.evaluation(latest(task).content()));
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        fourEyes.check(task, "result", "evaluate-measure");
        evaluations.addReview(task.municipality(), latest(task).id(), form, task.actor());
        return Outcome.of("releaseResult", form.result());
    }

    private EvaluationTable.Stored latest(TaskContext task) {
        return evaluations
                .latest(task.municipality(), task.measureId())
                .orElseThrow(() -> new NoSuchElementException("No evaluation of " + task.measureNumber()));
    }
}
