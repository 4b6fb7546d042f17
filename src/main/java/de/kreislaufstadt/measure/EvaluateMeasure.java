package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Distinct;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.EvaluationForm.Goal;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges what a measure reached, goal by goal. */
@Component
class EvaluateMeasure implements TaskHandler<EvaluationForm> {

    private final EvaluationTable evaluations;
    private final VersionReader versions;
    private final FormFields formFields;
    private final GateView gates;
    private final Texts texts = Texts.of("measure");

    EvaluateMeasure(EvaluationTable evaluations, VersionReader versions, FormFields formFields, GateView gates) {
        this.gates = gates;
        this.evaluations = evaluations;
        this.versions = versions;
        this.formFields = formFields;
    }

    @Override
    public String task() {
        return "evaluate-measure";
    }

    @Override
    public Class<EvaluationForm> form() {
        return EvaluationForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Map<String, Object> data = evaluation(task);
        data.put("openConditions", gates.openConditions(task.municipality(), task.measureId()));
        return data;
    }

    private Map<String, Object> evaluation(TaskContext task) {
        Optional<EvaluationTable.Stored> previous = evaluations.latest(task.municipality(), task.measureId());
        if (previous.isPresent()) {
            Map<String, Object> data = formFields.of(previous.get().content());
            String request = previous.get().returnedBecause();
            if (request != null) {
                data.put("request", texts.get("measure.evaluation.returned", Markdown.escape(request)));
            }
            return data;
        }
        return indicators(task);
    }

    @Override
    public Outcome complete(TaskContext task, EvaluationForm form) {
        Problems problems = new Problems();
        problems.check(!form.goals().isEmpty(), "goals", "measure.evaluation.goalMissing");
        Distinct.check(
                problems,
                "goals",
                "goal",
                form.goals().stream().map(Goal::goal).toList(),
                "measure.evaluation.goalTwice");
        problems.throwIfAny();
        evaluations.add(task.municipality(), task.measureId(), form, task.actor());
        return Outcome.none();
    }

    private Map<String, Object> indicators(TaskContext task) {
        List<Map<String, String>> goals =
                versions.current(task.municipality(), task.measureId()).record().indicators().stream()
                        .map(indicator -> Map.of("goal", indicator.name()))
                        .toList();
        Map<String, Object> data = new HashMap<>();
        if (!goals.isEmpty()) {
            data.put("goals", goals);
        }
        return data;
    }
}
