package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.Distinct;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.workshop.Ideas;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns what the workshops brought into the ideas that are worth a sketch. */
@Component
class BundleIdeas implements TaskHandler<BundleForm> {

    private static final Texts TEXTS = Texts.of("starterproject");

    private final Ideas ideas;
    private final Departments departments;
    private final RoundTable rounds;
    private final OfferTable offers;

    BundleIdeas(Ideas ideas, Departments departments, RoundTable rounds, OfferTable offers) {
        this.ideas = ideas;
        this.departments = departments;
        this.rounds = rounds;
        this.offers = offers;
    }

    @Override
    public String task() {
        return "bundle-ideas";
    }

    @Override
    public Class<BundleForm> form() {
        return BundleForm.class;
    }

    /** Something that a workshop has brought, or another municipality has done. */
    private record Brought(UUID id, String title, CircularField field, String description, String label) {}

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        List<Map<String, Object>> rows = notBundledYet(task).stream()
                .map(idea -> Map.<String, Object>of(
                        "title", idea.title(),
                        "field", idea.field(),
                        "description", idea.description() == null ? "" : idea.description(),
                        "department", task.lead(),
                        "sources", List.of(idea.id().toString())))
                .toList();
        return rows.isEmpty() ? Map.of() : Map.of("bundleResult", BundleResult.SKETCH.name(), "ideas", rows);
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        List<Option> options = brought(task).stream()
                .map(idea -> new Option(idea.id().toString(), idea.label()))
                .toList();
        return Map.of("workshopIdeas", options, "departments", departments.options(task.municipality()));
    }

    @Override
    public Outcome complete(TaskContext task, BundleForm form) {
        if (form.bundleResult() == BundleResult.NONE) {
            rounds.add(task, form);
            return Outcome.of("bundleResult", BundleResult.NONE).and("ideaIds", List.of());
        }
        check(task, form);
        return Outcome.of("bundleResult", BundleResult.SKETCH).and("ideaIds", rounds.add(task, form));
    }

    private void check(TaskContext task, BundleForm form) {
        Problems problems = new Problems();
        problems.check(!form.ideas().isEmpty(), "ideas", "starterproject.ideas.empty");
        List<String> titles = form.ideas().stream().map(BundleForm.Row::title).toList();
        Distinct.check(problems, "ideas", "title", titles, "starterproject.ideas.duplicate");
        if (form.setAsideReason() == null) {
            long leftOver = leftOver(task, form);
            problems.check(leftOver == 0, "setAsideReason", "starterproject.ideas.setAside", leftOver);
        }
        problems.throwIfAny();
    }

    private long leftOver(TaskContext task, BundleForm form) {
        Set<UUID> taken =
                form.ideas().stream().flatMap(row -> row.sources().stream()).collect(Collectors.toSet());
        return notBundledYet(task).stream()
                .filter(idea -> !taken.contains(idea.id()))
                .count();
    }

    private static String labelOf(Ideas.Idea idea) {
        String label = TEXTS.get("starterproject.idea.label", idea.workshopNumber(), idea.title());
        return idea.points() == null ? label : TEXTS.get("starterproject.idea.points", label, idea.points());
    }

    private List<Brought> brought(TaskContext task) {
        Stream<Brought> workshops = ideas.of(task.municipality(), task.measureId()).stream()
                .map(idea -> new Brought(idea.id(), idea.title(), idea.field(), idea.description(), labelOf(idea)));
        Stream<Brought> others = offers.of(task.municipality(), task.measureId()).stream()
                .map(idea -> new Brought(
                        idea.id(),
                        idea.title(),
                        idea.field(),
                        idea.description(),
                        TEXTS.get("starterproject.offer.label", idea.title(), idea.takenFrom())));
        return Stream.concat(workshops, others).toList();
    }

    /** Ideas of an earlier round were answered there; only what came in since then needs an answer now. */
    private List<Brought> notBundledYet(TaskContext task) {
        Set<UUID> bundled = rounds.sources(task.municipality(), task.measureId());
        return brought(task).stream()
                .filter(idea -> !bundled.contains(idea.id()))
                .toList();
    }
}
