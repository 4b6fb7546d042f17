package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.ReviewForm.Result;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Forwards a proposal to whom it concerns to decide, or sends it back with what is missing. */
@Component
class ReviewProposal implements TaskHandler<ReviewForm> {

    private final GateTable gates;
    private final MeasureTable measures;
    private final MeasureView view;

    ReviewProposal(GateTable gates, MeasureTable measures, MeasureView view) {
        this.gates = gates;
        this.measures = measures;
        this.view = view;
    }

    @Override
    public String task() {
        return "review-proposal";
    }

    @Override
    public Class<ReviewForm> form() {
        return ReviewForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        return Map.of("proposal", view.proposal(task.municipality(), task.measureId()));
    }

    @Override
    public Outcome complete(TaskContext task, ReviewForm form) {
        boolean forward = form.result() == Result.FORWARD;
        new Problems()
                .check(forward || Blank.toNull(form.note()) != null, "note", "measure.review.noteMissing")
                .throwIfAny();
        gates.addReview(task.municipality(), task.measureId(), form, task.actor());
        measures.enter(
                task.municipality(),
                task.measureId(),
                forward ? MeasureState.UNDER_REVIEW : MeasureState.PROPOSED,
                task.actor());
        Outcome outcome = Outcome.of("reviewResult", form.result());
        return forward ? outcome.and("body", form.body()) : outcome;
    }
}
