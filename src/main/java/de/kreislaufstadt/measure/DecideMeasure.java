package de.kreislaufstadt.measure;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Enters what was decided about a proposal and, for an approval, which phases the measure goes through. */
@Component
class DecideMeasure implements TaskHandler<MeasureDecision> {

    private final GateTable gates;
    private final MeasureTable measures;
    private final MeasureView view;
    private final Municipalities municipalities;
    private final Clock clock;

    DecideMeasure(
            GateTable gates, MeasureTable measures, MeasureView view, Municipalities municipalities, Clock clock) {
        this.gates = gates;
        this.measures = measures;
        this.view = view;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "decide-measure";
    }

    @Override
    public Class<MeasureDecision> form() {
        return MeasureDecision.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        return Map.of("proposal", view.proposal(task.municipality(), task.measureId()));
    }

    @Override
    public Outcome complete(TaskContext task, MeasureDecision decision) {
        check(task, decision);
        gates.addDecision(task.municipality(), task.measureId(), decision, task.actor());
        return switch (decision.result()) {
            case APPROVE -> approve(task, decision);
            case REWORK -> {
                measures.enter(task.municipality(), task.measureId(), MeasureState.PROPOSED, task.actor());
                yield Outcome.of("decision", decision.result());
            }
            case REJECT -> {
                measures.explain(task.municipality(), task.measureId(), decision.reason());
                yield Outcome.of("decision", decision.result());
            }
            case DEFER -> {
                measures.explain(task.municipality(), task.measureId(), decision.reason());
                yield Outcome.of("decision", decision.result()).and("deferredUntil", decision.deferredUntil());
            }
        };
    }

    private Outcome approve(TaskContext task, MeasureDecision decision) {
        measures.enter(task.municipality(), task.measureId(), MeasureState.DECIDED, task.actor());
        return Outcome.of("decision", decision.result())
                .and("needsKnowledge", decision.phases().contains(Phase.KNOWLEDGE))
                .and("needsSurvey", decision.phases().contains(Phase.STATUS_QUO))
                .and("needsWorkshops", decision.phases().contains(Phase.WORKSHOPS))
                .and("needsStarterProjects", decision.phases().contains(Phase.STARTER_PROJECTS))
                .and("needsImplementation", decision.phases().contains(Phase.IMPLEMENTATION));
    }

    private void check(TaskContext task, MeasureDecision decision) {
        LocalDate today = LocalDate.now(clock);
        Problems problems = new Problems();
        problems.check(!decision.decidedOn().isAfter(today), "decidedOn", "measure.decision.inFuture");
        problems.check(
                decision.deferredUntil() == null || decision.deferredUntil().isAfter(today),
                "deferredUntil",
                "measure.decision.deferredIntoPast");
        if (decision.paperNumber() != null) {
            boolean council = "COUNCIL".equals(task.text("body"));
            problems.check(council, "paperNumber", "measure.decision.paperOnlyForCouncil");
            problems.check(
                    !council || matchesPattern(task.municipality(), decision.paperNumber()),
                    "paperNumber",
                    "measure.decision.paperPattern");
        }
        problems.throwIfAny();
    }

    private boolean matchesPattern(String municipality, String paperNumber) {
        return municipalities
                .paperNumberPattern(municipality)
                .map(pattern -> pattern.matcher(paperNumber).matches())
                .orElse(true);
    }
}
