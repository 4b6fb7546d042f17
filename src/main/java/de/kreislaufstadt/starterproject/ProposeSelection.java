package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.starterproject.RatingTable.Rated;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Proposes which rated sketches become starter projects, or that none does. */
@Component
class ProposeSelection implements TaskHandler<ProposalForm> {

    private static final Texts TEXTS = Texts.of("starterproject");

    private final RoundTable rounds;
    private final RatingTable ratings;
    private final ProposalTable proposals;
    private final SelectionBodies bodies;
    private final Measures measures;

    ProposeSelection(
            RoundTable rounds,
            RatingTable ratings,
            ProposalTable proposals,
            SelectionBodies bodies,
            Measures measures) {
        this.bodies = bodies;
        this.rounds = rounds;
        this.ratings = ratings;
        this.proposals = proposals;
        this.measures = measures;
    }

    @Override
    public String task() {
        return "propose-selection";
    }

    @Override
    public Class<ProposalForm> form() {
        return ProposalForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        UUID round = rounds.current(task.municipality(), task.measureId());
        Map<UUID, ProposalForm.Choice> earlier = proposals.lastChoices(task.municipality(), round).stream()
                .collect(Collectors.toMap(ProposalForm.Choice::sketchId, Function.identity()));
        List<Rated> sketches = ratings.ofRound(task.municipality(), round);
        Map<String, Object> shown = new HashMap<>();
        shown.put("overview", overview(sketches));
        shown.put(
                "choices",
                sketches.stream()
                        .map(rated -> row(rated, earlier.get(rated.sketchId())))
                        .toList());
        shown.put(
                "returnReason",
                proposals
                        .returnReason(task.municipality(), round)
                        .map(Markdown::escape)
                        .orElse(null));
        return shown;
    }

    private static Map<String, Object> row(Rated rated, ProposalForm.Choice earlier) {
        Map<String, Object> row = new HashMap<>();
        row.put("sketchId", rated.sketchId().toString());
        row.put("choice", earlier == null ? rated.recommendation() : earlier.choice());
        row.put("reason", earlier == null ? null : earlier.reason());
        return row;
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        UUID round = rounds.current(task.municipality(), task.measureId());
        List<Option> sketches = ratings.ofRound(task.municipality(), round).stream()
                .map(rated -> new Option(rated.sketchId().toString(), labelOf(rated)))
                .toList();
        return Map.of("sketches", sketches);
    }

    private static String overview(List<Rated> sketches) {
        return Markdown.table(
                List.of(TEXTS.get("starterproject.overview.head").split(";")),
                sketches.stream()
                        .map(rated -> List.of(
                                rated.title(),
                                rated.bearer(),
                                points(rated),
                                recommendation(rated),
                                rated.justification()))
                        .toList());
    }

    private static String labelOf(Rated rated) {
        return TEXTS.get("starterproject.sketch.label", rated.title(), points(rated), recommendation(rated));
    }

    private static String points(Rated rated) {
        return String.format(ReadersLanguage.numbers(), "%.2f", rated.score());
    }

    private static String recommendation(Rated rated) {
        String label = rated.recommendation().label();
        return rated.knockOut() ? TEXTS.get("starterproject.sketch.knockOut", label) : label;
    }

    @Override
    public Outcome complete(TaskContext task, ProposalForm form) {
        UUID round = rounds.current(task.municipality(), task.measureId());
        Map<UUID, Rated> rated = ratings.ofRound(task.municipality(), round).stream()
                .collect(Collectors.toMap(Rated::sketchId, Function.identity()));
        check(form, rated);
        bodies.add(
                task.municipality(),
                proposals.add(task, round, form, rated),
                form.consultations().stream()
                        .map(consultation -> consultation.body().strip())
                        .toList());
        return switch (form.proposal()) {
            case DECIDE -> Outcome.of("proposal", Proposal.DECIDE).and("body", form.body());
            case REWORK -> Outcome.of("proposal", Proposal.REWORK).and("ideaIds", toRework(form, rated));
            case FURTHER_WORKSHOP ->
                Outcome.of("proposal", Proposal.FURTHER_WORKSHOP)
                        .and("selectionResult", SelectionResult.FURTHER_WORKSHOP);
            case CLOSE -> {
                measures.explain(task.municipality(), task.measureId(), form.reason());
                yield Outcome.of("proposal", Proposal.CLOSE).and("selectionResult", SelectionResult.CLOSE);
            }
        };
    }

    private static List<ItemRef> toRework(ProposalForm form, Map<UUID, Rated> rated) {
        return form.choices().stream()
                .filter(choice -> choice.choice() == Recommendation.REWORK)
                .map(choice -> rated.get(choice.sketchId()))
                .map(sketch -> ItemRef.of(sketch.ideaId(), sketch.department()))
                .toList();
    }

    private static void check(ProposalForm form, Map<UUID, Rated> rated) {
        Problems problems = new Problems();
        Set<UUID> chosen = new HashSet<>();
        for (int i = 0; i < form.choices().size(); i++) {
            ProposalForm.Choice choice = form.choices().get(i);
            String row = "choices[" + i + "]";
            Optional<Rated> sketch = Optional.ofNullable(rated.get(choice.sketchId()));
            problems.check(
                    sketch.isPresent() && chosen.add(choice.sketchId()),
                    row + ".sketchId",
                    "starterproject.choices.sketch");
            boolean follows =
                    sketch.map(s -> s.recommendation() == choice.choice()).orElse(true);
            problems.check(follows || choice.reason() != null, row + ".reason", "starterproject.choices.deviation");
            boolean unexplained = form.proposal() == Proposal.REWORK
                    && choice.choice() == Recommendation.REWORK
                    && follows
                    && choice.reason() == null;
            problems.check(!unexplained, row + ".reason", "starterproject.choices.rework");
        }
        problems.check(chosen.size() == rated.size(), "choices", "starterproject.choices.missing");
        problems.check(
                form.proposal() != Proposal.DECIDE || has(form, Recommendation.STARTER_PROJECT),
                "proposal",
                "starterproject.proposal.nothingToDecide");
        problems.check(
                form.proposal() != Proposal.REWORK || has(form, Recommendation.REWORK),
                "proposal",
                "starterproject.proposal.nothingToRework");
        problems.throwIfAny();
    }

    private static boolean has(ProposalForm form, Recommendation wanted) {
        return form.choices().stream().anyMatch(choice -> choice.choice() == wanted);
    }
}
