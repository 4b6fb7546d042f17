package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValues;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rates a sketch; score and recommendation come from the decision tables. */
@Component
class RateProject implements TaskHandler<RatingForm> {

    private final SketchTable sketches;
    private final RatingTable ratings;
    private final ReportedValues reportedValues;
    private final Departments departments;
    private final Scoring scoring;
    private final ProposedProjects proposed;

    RateProject(
            SketchTable sketches,
            RatingTable ratings,
            ReportedValues reportedValues,
            Departments departments,
            Scoring scoring,
            ProposedProjects proposed) {
        this.sketches = sketches;
        this.ratings = ratings;
        this.reportedValues = reportedValues;
        this.departments = departments;
        this.scoring = scoring;
        this.proposed = proposed;
    }

    @Override
    public String task() {
        return "rate-project";
    }

    @Override
    public Class<RatingForm> form() {
        return RatingForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Sketch sketch = sketchOf(task);
        Map<String, ReportedValue> values = reportedValues.of(task.municipality(), sketch.id());
        Map<String, Object> shown = new HashMap<>();
        shown.put("sketchTitle", Markdown.escape(sketch.title()));
        shown.put("sketch", proposed.sketch(task.municipality(), sketch.id()));
        shown.put("circularity", scoring.circularity(task.municipality(), sketch.mainRStrategy()));
        boolean quantified = isNumber(values.get("co2"));
        shown.put("climateBasis", quantified ? ClimateBasis.GREENHOUSE_GAS : ClimateBasis.NOT_QUANTIFIABLE);
        return shown;
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        return Map.of("departments", departments.options(task.municipality()));
    }

    @Override
    public Outcome complete(TaskContext task, RatingForm form) {
        Sketch sketch = sketchOf(task);
        if (form.climateBasis() == ClimateBasis.GREENHOUSE_GAS) {
            ReportedValue co2 =
                    reportedValues.of(task.municipality(), sketch.id()).get("co2");
            new Problems()
                    .check(isNumber(co2), "climateBasis", "starterproject.climate.noNumber")
                    .throwIfAny();
        }
        Levels levels = new Levels(
                scoring.circularity(task.municipality(), sketch.mainRStrategy()),
                form.climateBasis() == ClimateBasis.NOT_QUANTIFIABLE ? Scoring.NEUTRAL_LEVEL : form.climate(),
                form.feasibility(),
                form.regionalValue(),
                form.visibility(),
                form.costLevel(),
                form.readiness());
        Rating rating = scoring.rate(task.municipality(), levels, form.knockOuts());
        ratings.add(task, sketch.id(), levels, form, rating.score(), rating.recommendation());
        return Outcome.of("score", rating.hundredths())
                .and("feasibility", form.feasibility())
                .and("knockOut", rating.knockOut());
    }

    private static boolean isNumber(ReportedValue value) {
        return value instanceof ReportedValue.Value || value instanceof ReportedValue.Range;
    }

    private Sketch sketchOf(TaskContext task) {
        return sketches.latest(task.municipality(), task.id("ideaId"))
                .orElseThrow(() -> new IllegalStateException("No sketch for idea " + task.id("ideaId")));
    }
}
