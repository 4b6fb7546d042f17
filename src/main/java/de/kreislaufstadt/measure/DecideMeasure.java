package de.kreislaufstadt.measure;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.CoSignatureStanding.Standing;
import de.kreislaufstadt.measure.Consultations.Turn;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Enters what was decided about a proposal and, for an approval, which phases the measure goes through. */
@Component
class DecideMeasure implements TaskHandler<DecideForm> {

    private final Texts texts = Texts.of("measure");
    private final GateTable gates;
    private final MeasureTable measures;
    private final MeasureView view;
    private final GateView soFar;
    private final Consultations consultations;
    private final ConditionTable conditions;
    private final ReworkTable rework;
    private final ObjectProvider<CoSignatureStanding> signatures;
    private final Departments departments;
    private final Municipalities municipalities;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DecideMeasure(
            GateTable gates,
            MeasureTable measures,
            MeasureView view,
            GateView soFar,
            Consultations consultations,
            ConditionTable conditions,
            ReworkTable rework,
            ObjectProvider<CoSignatureStanding> signatures,
            Departments departments,
            Municipalities municipalities,
            Clock clock,
            ApplicationEventPublisher events) {
        this.events = events;
        this.soFar = soFar;
        this.consultations = consultations;
        this.conditions = conditions;
        this.rework = rework;
        this.signatures = signatures;
        this.departments = departments;
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
    public Class<DecideForm> form() {
        return DecideForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Turn turn = consultations.turn(task.municipality(), task.measureId());
        Map<String, Object> data = new HashMap<>();
        data.put("proposal", view.proposal(task.municipality(), task.measureId()));
        signatures.stream()
                .flatMap(module -> module.standing(task.municipality(), task.measureId()).stream())
                .forEach(standing -> data.put("coSignature", standing.text()));
        data.put("decisions", soFar.decisions(task.municipality(), task.measureId()));
        if (turn.preliminary()) {
            data.put("body", turn.ahead().get(0));
            data.put(
                    "sequence",
                    texts.get("measure.decision.sequence", Markdown.escape(String.join(", ", turn.ahead()))));
        }
        lastOf(task, turn).ifPresent(earlier -> data.put("phases", earlier.phases()));
        return data;
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        return Map.of("departments", departments.options(task.municipality()));
    }

    /** @return the approval of the body before, if one has consulted since the latest review */
    private Optional<MeasureDecision> lastOf(TaskContext task, Turn turn) {
        return turn.consulted() == 0
                ? Optional.empty()
                : gates.decisions(task.municipality(), task.measureId()).stream()
                        .filter(taken -> taken.preliminary() && taken.review().equals(turn.review()))
                        .map(GateTable.Taken::decision)
                        .reduce((earlier, later) -> later);
    }

    @Override
    public Outcome complete(TaskContext task, DecideForm form) {
        Turn turn = consultations.turn(task.municipality(), task.measureId());
        MeasureDecision decision = form.decision();
        check(task, form, turn);
        UUID id = gates.addDecision(
                task.municipality(),
                task.measureId(),
                decision,
                turn,
                Blank.toNull(form.overrideReason()),
                task.actor());
        events.publishEvent(BusinessAction.of(BusinessAction.Kind.GATE_DECIDED, task)
                .changing(
                        Change.of("result", null, form.result()),
                        Change.of("body", null, form.body()),
                        Change.of("decidedOn", null, form.decidedOn()),
                        Change.of("paperNumber", null, form.paperNumber()))
                .because(form.reason()));
        conditions.add(task, id, form.conditionItems());
        return switch (decision.result()) {
            case APPROVE -> turn.preliminary() ? passOn(decision) : approve(task, decision, turn, form);
            case REWORK -> {
                conditions.lapse(task);
                rework.ask(task.municipality(), task.measureId(), form.changes(), decision.reason());
                measures.enter(task.municipality(), task.measureId(), MeasureState.PROPOSED, task.actor());
                yield Outcome.of("decision", decision.result());
            }
            case REJECT -> {
                conditions.lapse(task);
                measures.explain(task.municipality(), task.measureId(), decision.reason());
                yield Outcome.of("decision", decision.result());
            }
            case DEFER -> {
                conditions.lapse(task);
                measures.explain(task.municipality(), task.measureId(), decision.reason());
                yield Outcome.of("decision", decision.result()).and("deferredUntil", decision.deferredUntil());
            }
        };
    }

    /** The measure stays where it is until the last body has decided. */
    private static Outcome passOn(MeasureDecision decision) {
        return Outcome.of("bodyResult", decision.result()).and("decision", "NEXT_BODY");
    }

    private Outcome approve(TaskContext task, MeasureDecision decision, Turn turn, DecideForm form) {
        boolean conditional = turn.consulted() > 0 || !form.conditionItems().isEmpty();
        measures.enter(task.municipality(), task.measureId(), MeasureState.DECIDED, task.actor());
        return Outcome.of("decision", decision.result())
                .and("needsKnowledge", decision.phases().contains(Phase.KNOWLEDGE))
                .and("needsSurvey", decision.phases().contains(Phase.STATUS_QUO))
                .and("needsWorkshops", decision.phases().contains(Phase.WORKSHOPS))
                .and("needsStarterProjects", decision.phases().contains(Phase.STARTER_PROJECTS))
                .and("needsImplementation", decision.phases().contains(Phase.IMPLEMENTATION))
                .and("conditionIds", conditional ? conditions.open(task.municipality(), task.measureId()) : List.of());
    }

    private void check(TaskContext task, DecideForm decision, Turn turn) {
        LocalDate today = LocalDate.now(clock);
        Problems problems = new Problems();
        problems.check(!decision.decidedOn().isAfter(today), "decidedOn", "measure.decision.inFuture");
        problems.check(
                !decision.decidedOn().isBefore(turn.decidableFrom()), "decidedOn", "measure.decision.beforeBegin");
        problems.check(
                decision.deferredUntil() == null || decision.deferredUntil().isAfter(today),
                "deferredUntil",
                "measure.decision.deferredIntoPast");
        checkPaper(task, Blank.toNull(decision.paperNumber()), problems);
        problems.check(
                !turn.preliminary() || turn.ahead().get(0).equals(Blank.toNull(decision.body())),
                "body",
                "measure.decision.otherBody",
                turn.preliminary() ? turn.ahead().get(0) : "");
        lastOf(task, turn)
                .ifPresent(earlier -> problems.check(
                        !decision.decidedOn().isBefore(earlier.decidedOn()),
                        "decidedOn",
                        "measure.decision.beforeEarlierBody",
                        earlier.body()));
        problems.check(
                decision.result() != DecisionResult.APPROVE
                        || Blank.toNull(decision.overrideReason()) != null
                        || signatures.stream()
                                .flatMap(module -> module.standing(task.municipality(), task.measureId()).stream())
                                .allMatch(Standing::whole),
                "overrideReason",
                "measure.decision.overrideMissing");
        conditions.check(task, decision.decidedOn(), decision.conditionItems(), problems);
        problems.throwIfAny();
    }

    /** Council and committees decide about papers; a municipality that says how its papers are numbered numbers each of them. */
    private void checkPaper(TaskContext task, String number, Problems problems) {
        if (!"COUNCIL".equals(task.text("body"))) {
            problems.check(number == null, "paperNumber", "measure.decision.paperOnlyForCouncil");
            return;
        }
        Optional<Pattern> pattern = municipalities.paperNumberPattern(task.municipality());
        if (number == null) {
            problems.check(pattern.isEmpty(), "paperNumber", "measure.decision.paperMissing");
        } else {
            problems.check(
                    pattern.isEmpty() || pattern.get().matcher(number).matches(),
                    "paperNumber",
                    "measure.decision.paperPattern");
        }
    }
}
