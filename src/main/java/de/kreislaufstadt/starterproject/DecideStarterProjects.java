package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.Conditions;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.starterproject.ProposalTable.Chosen;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Records what the council or the head decided; adopted sketches become starter projects. */
@Component
class DecideStarterProjects implements TaskHandler<DecisionForm> {

    private static final Texts TEXTS = Texts.of("starterproject");

    private final ProposalTable proposals;
    private final ProjectTable projects;
    private final ProposedProjects proposed;
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
            Municipalities municipalities,
            Departments departments,
            Clock clock,
            FourEyes fourEyes,
            Conditions conditions,
            Measures measures,
            ApplicationEventPublisher events) {
        this.events = events;
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
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "proposedProjects",
                Markdown.list(starterProjects(choices).stream()
                        .map(choice -> choice.title() + " (" + choice.bearer() + ")")
                        .toList()));
        shown.put("projects", proposed.text(task.municipality(), starterProjects(choices)));
        shown.put("deviations", deviations(choices));
        shown.put("body", bodyOf(task));
        if (bodyOf(task) == Body.HEAD) {
            shown.put(
                    "bodyName",
                    TEXTS.german("starterproject.decision.head", departments.nameOf(task.municipality(), task.lead())));
        }
        return shown;
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
        check(task, form);
        List<Chosen> choices = proposals.newest(task.municipality(), task.measureId());
        UUID decision = UUID.randomUUID();
        List<ItemRef> adopted = projects.decide(task, decision, form, choices, starterProjects(choices));
        events.publishEvent(BusinessAction.of(BusinessAction.Kind.GATE_DECIDED, task)
                .changing(
                        Change.of("result", null, form.result()),
                        Change.of("body", null, form.bodyName()),
                        Change.of("decidedOn", null, form.decidedOn()),
                        Change.of("paperNumber", null, form.paperNumber()))
                .because(form.reason()));
        conditions.add(task, decision, form.conditionItems());
        if (form.result() == Adoption.RETURN) {
            return Outcome.of("decideResult", Adoption.RETURN);
        }
        return Outcome.of("decideResult", Adoption.ADOPT)
                .and("selectionResult", SelectionResult.PROJECTS)
                .and("projectIds", adopted)
                .and(
                        "conditionIds",
                        form.conditionItems().isEmpty()
                                ? List.of()
                                : conditions.open(task.municipality(), task.measureId(), decision));
    }

    private void check(TaskContext task, DecisionForm form) {
        Problems problems = new Problems();
        problems.check(form.body() == bodyOf(task), "body", "starterproject.decision.body");
        problems.check(!form.decidedOn().isAfter(LocalDate.now(clock)), "decidedOn", "starterproject.decision.future");
        LocalDate begin = measures.find(task.municipality(), task.measureId()).begin();
        // A measure whose work is to begin later may be decided about before.
        problems.check(
                begin.isAfter(LocalDate.now(clock)) || !form.decidedOn().isBefore(begin),
                "decidedOn",
                "starterproject.decision.beforeBegin");
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
