package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.ReportedValueForm;
import de.kreislaufstadt.measure.ReportedValues;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Works an idea out to a sketch that can be rated; a rework makes a new version. */
@Component
class SketchProject implements TaskHandler<SketchForm> {

    private final RoundTable rounds;
    private final SketchTable sketches;
    private final ReportedValues reportedValues;

    SketchProject(RoundTable rounds, SketchTable sketches, ReportedValues reportedValues) {
        this.rounds = rounds;
        this.sketches = sketches;
        this.reportedValues = reportedValues;
    }

    @Override
    public String task() {
        return "sketch-project";
    }

    @Override
    public Class<SketchForm> form() {
        return SketchForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        RoundTable.Idea idea = rounds.idea(task.municipality(), task.id("ideaId"));
        Map<String, Object> shown = new HashMap<>();
        shown.put("ideaTitle", Markdown.escape(idea.title()));
        sketches.latest(task.municipality(), idea.id()).ifPresentOrElse(sketch -> fill(shown, task, sketch), () -> {
            shown.put("title", idea.title());
            shown.put("field", idea.field());
            shown.put("problem", idea.description());
        });
        return shown;
    }

    private void fill(Map<String, Object> shown, TaskContext task, Sketch sketch) {
        shown.putAll(sketch.entries());
        shown.put("indicators", sketches.indicators(task.municipality(), sketch.id()));
        reportedValues
                .of(task.municipality(), sketch.id())
                .forEach((field, value) -> shown.put(field, ReportedValueForm.from(value)));
        shown.put(
                "returnReason",
                sketches.reworkReason(task.municipality(), sketch.ideaId())
                        .map(Markdown::escape)
                        .orElse(null));
    }

    @Override
    public Outcome complete(TaskContext task, SketchForm form) {
        Problems problems = new Problems();
        UUID id = UUID.randomUUID();
        List<ReportedValues.Entry> values = new ArrayList<>();
        ReportedValueForm.read(form.cost(), "cost", problems)
                .ifPresent(value -> values.add(new ReportedValues.Entry(id, "cost", value)));
        ReportedValueForm.read(form.co2(), "co2", problems)
                .ifPresent(value -> values.add(new ReportedValues.Entry(id, "co2", value)));
        ReportedValueForm.read(form.material(), "material", problems)
                .ifPresent(value -> values.add(new ReportedValues.Entry(id, "material", value)));
        problems.throwIfAny();

        sketches.add(task, id, task.id("ideaId"), form);
        reportedValues.save(task.municipality(), values);
        return Outcome.none();
    }
}
