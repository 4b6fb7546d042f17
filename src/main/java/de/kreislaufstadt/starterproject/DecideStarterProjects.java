package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.Conditions;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.publication.PublicContentChanged;
import de.kreislaufstadt.starterproject.ProposalTable.Chosen;
import de.kreislaufstadt.starterproject.SelectionBodies.Agreed;
import de.kreislaufstadt.starterproject.SelectionBodies.Turn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Records what the council or the head decided; adopted sketches become starter projects. */
@Component
class DecideStarterProjects implements TaskHandler<DecisionForm> {

    private static final Texts TEXTS = Texts.of("starterproject");

    private final ProposalTable proposals;
    private final ProjectTable projects;
    private final ProposedProjects proposed;
    private final SelectionBodies bodies;
    private final Municipalities municipalities;
    private final Departments departments;
    private final Clock clock;
    private final FourEyes fourEyes;
    private final Conditions conditions;
    private final Measures measures;
    private final ApplicationEventPublisher events;

    DecideStarterProjects(
            ProposalTable proposals,
            ProjectTable projects,
            ProposedProjects proposed,
            SelectionBodies bodies,
            Municipalities municipalities,
            Departments departments,
            Clock clock,
            FourEyes fourEyes,
            Conditions conditions,
            Measures measures,
            ApplicationEventPublisher events) {
        this.events = events;
        this.bodies = bodies;
        this.fourEyes = fourEyes;
        this.conditions = conditions;
        this.measures = measures;
        this.proposals = proposals;
        this.projects = projects;
        this.proposed = proposed;
        this.municipalities = municipalities;
        this.departments = departments;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "decide-starter-projects";
    }

    @Override
    public Class<DecisionForm> form() {
        return DecisionForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        List<Chosen> choices = proposals.newest(task.municipality(), task.measureId());
        Turn turn = turn(task, choices.get(0).proposalId());
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "proposedProjects",
                Markdown.list(starterProjects(choices).stream()
                        .map(choice -> choice.title() + " (" + choice.bearer() + ")")
                        .toList()));
        shown.put("projects", proposed.text(task.municipality(), starterProjects(choices)));
        shown.put("deviations", deviations(choices));
        shown.put("body", bodyOf(task));
        shown.put("decisions", decisions(turn));
        turn.last().ifPresent(earlier -> shown.put("paperNumber", earlier.paperNumber()));
        turn.next().ifPresent(body -> {
            shown.put("bodyName", body);
            shown.put(
                    "sequence",
                    TEXTS.get("starterproject.decision.sequence", Markdown.escape(String.join(", ", turn.ahead()))));
        });
        if (bodyOf(task) == Body.HEAD) {
            shown.put(
                    "bodyName",
                    TEXTS.german("starterproject.decision.head", departments.nameOf(task.municipality(), task.lead())));
        }
        return shown;
    }

    /** @return how the bodies before have decided, as a table in Markdown; null where there was none */
    private static String decisions(Turn turn) {
        List<List<String>> rows = turn.agreed().stream()
                .map(agreed -> List.of(agreed.body(), ReadersLanguage.day(agreed.decidedOn()), agreed.paperNumber()))
                .toList();
        return rows.isEmpty()
                ? null
                : Markdown.table(
                        List.of(TEXTS.get("starterproject.decision.before").split(";")), rows);
    }

    private static String deviations(List<Chosen> choices) {
        String text = Markdown.list(choices.stream()
                .filter(choice -> choice.choice() != choice.recommendation())
                .map(choice -> TEXTS.get(
                        "starterproject.deviation",
                        choice.title(),
                        choice.choice().label(),
                        choice.recommendation().label(),
                        choice.reason()))
                .toList());
        return text.isEmpty() ? null : text;
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        return Map.of("departments", departments.options(task.municipality()));
    }

    @Override
    public Outcome complete(TaskContext task, DecisionForm form) {
        fourEyes.check(task, "result", "propose-selection");
        List<Chosen> choices = proposals.newest(task.municipality(), task.measureId());
        UUID proposal = choices.get(0).proposalId();
        Turn turn = turn(task, proposal);
        check(task, form, turn);
        UUID decision = UUID.randomUUID();
        boolean goesOn = form.result() == Adoption.ADOPT && turn.next().isPresent();
        projects.decide(task, decision, form, proposal, goesOn);
        events.publishEvent(BusinessAction.of(BusinessAction.Kind.GATE_DECIDED, task)
                .changing(
                        Change.of("result", null, form.result()),
                        Change.of("body", null, form.bodyName()),
                        Change.of("decidedOn", null, form.decidedOn()),
                        Change.of("paperNumber", null, form.paperNumber()))
                .because(form.reason()));
        conditions.add(task, decision, form.conditionItems());
        List<UUID> decisions = Stream.concat(turn.agreed().stream().map(Agreed::decision), Stream.of(decision))
                .toList();
        events.publishEvent(new PublicContentChanged(
                task.municipality(), task.measureId(), PublicContentChanged.Cause.STARTER_PROJECTS, false));
        if (form.result() == Adoption.RETURN) {
            conditions.lapse(task, decisions);
            return Outcome.of("decideResult", Adoption.RETURN);
        }
        return goesOn
                ? Outcome.of("decideResult", "NEXT_BODY")
                : Outcome.of("decideResult", Adoption.ADOPT)
                        .and("selectionResult", SelectionResult.PROJECTS)
                        .and("projectIds", projects.adopt(task, decision, starterProjects(choices)))
                        .and(
                                "conditionIds",
                                decisions.size() == 1 && form.conditionItems().isEmpty()
                                        ? List.of()
                                        : conditions.open(task.municipality(), task.measureId(), decisions));
    }

    private Turn turn(TaskContext task, UUID proposal) {
        return bodyOf(task) == Body.HEAD ? Turn.ALONE : bodies.turn(task.municipality(), proposal);
    }

    private void check(TaskContext task, DecisionForm form, Turn turn) {
        Problems problems = new Problems();
        problems.check(form.body() == bodyOf(task), "body", "starterproject.decision.body");
        problems.check(!form.decidedOn().isAfter(LocalDate.now(clock)), "decidedOn", "starterproject.decision.future");
        problems.check(
                !form.decidedOn().isBefore(measures.decidableFrom(task.municipality(), task.measureId())),
                "decidedOn",
                "starterproject.decision.beforeBegin");
        turn.next()
                .ifPresent(body -> problems.check(
                        body.equals(form.bodyName().strip()), "bodyName", "starterproject.decision.otherBody", body));
        turn.last()
                .ifPresent(earlier -> problems.check(
                        !form.decidedOn().isBefore(earlier.decidedOn()),
                        "decidedOn",
                        "starterproject.decision.beforeEarlierBody",
                        earlier.body()));
        conditions.check(task, form.decidedOn(), form.conditionItems(), problems);
        boolean wellFormed = form.paperNumber() == null
                || municipalities
                        .paperNumberPattern(task.municipality())
                        .map(pattern -> pattern.matcher(form.paperNumber()).matches())
                        .orElse(true);
        problems.check(wellFormed, "paperNumber", "starterproject.decision.paperNumber");
        problems.throwIfAny();
    }

    private static Body bodyOf(TaskContext task) {
        return Body.valueOf(task.text("body"));
    }

    private static List<Chosen> starterProjects(List<Chosen> choices) {
        return choices.stream()
                .filter(choice -> choice.choice() == Recommendation.STARTER_PROJECT)
                .toList();
    }
}
