package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.ReviewForm.Result;
import de.kreislaufstadt.measure.ReworkItem.Check;
import de.kreislaufstadt.measure.ReworkItem.Status;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Forwards a proposal to whom it concerns to decide, or sends it back with what is missing. */
@Component
class ReviewProposal implements TaskHandler<ReviewForm> {

    private final GateTable gates;
    private final MeasureTable measures;
    private final MeasureView view;
    private final ReworkTable rework;
    private final Consultations consultations;

    ReviewProposal(
            GateTable gates, MeasureTable measures, MeasureView view, ReworkTable rework, Consultations consultations) {
        this.gates = gates;
        this.rework = rework;
        this.consultations = consultations;
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
        return Map.of(
                "proposal",
                view.proposal(task.municipality(), task.measureId()),
                "changes",
                rework.of(task.municipality(), task.measureId(), Status.ANSWERED).stream()
                        .map(item -> new ReworkItem.Check(item.number(), item.text(), item.answer(), false))
                        .toList());
    }

    @Override
    public Outcome complete(TaskContext task, ReviewForm form) {
        boolean forward = form.result() == Result.FORWARD;
        Set<Integer> answered = rework.of(task.municipality(), task.measureId(), Status.ANSWERED).stream()
                .map(ReworkItem::number)
                .collect(Collectors.toSet());
        check(form, forward, answered);
        UUID review = gates.addReview(task.municipality(), task.measureId(), form, task.actor());
        consultations.add(task.municipality(), review, form.consultations());
        if (!answered.isEmpty()) {
            rework.checkOff(task.municipality(), task.measureId(), accepted(form));
        }
        if (!forward) {
            boolean asksAgain = !rework.of(task.municipality(), task.measureId(), Status.OPEN)
                    .isEmpty();
            rework.ask(task.municipality(), task.measureId(), form.newChanges(), asksAgain ? null : form.note());
        }
        measures.enter(
                task.municipality(),
                task.measureId(),
                forward ? MeasureState.UNDER_REVIEW : MeasureState.PROPOSED,
                task.actor());
        Outcome outcome = Outcome.of("reviewResult", form.result());
        return forward ? outcome.and("body", form.body()).and("concerns", form.concerns()) : outcome;
    }

    /** Whoever forwards a proposal has found everything changed that was asked for. */
    private static void check(ReviewForm form, boolean forward, Set<Integer> answered) {
        Problems problems = new Problems();
        problems.check(forward || Blank.toNull(form.note()) != null, "note", "measure.review.noteMissing");
        for (int i = 0; i < form.changes().size(); i++) {
            problems.check(
                    answered.contains(form.changes().get(i).number()),
                    "changes[" + i + "].number",
                    "measure.rework.unknown");
            problems.check(
                    !forward || form.changes().get(i).isAccepted(),
                    "changes[" + i + "].accepted",
                    "measure.rework.notDone");
        }
        problems.check(!forward || accepted(form).containsAll(answered), "changes", "measure.rework.notChecked");
        problems.throwIfAny();
    }

    private static Set<Integer> accepted(ReviewForm form) {
        return form.changes().stream()
                .filter(Check::isAccepted)
                .map(Check::number)
                .collect(Collectors.toSet());
    }
}
