package de.kreislaufstadt.implementation;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.ReportedValueForm;
import de.kreislaufstadt.measure.ReportedValues;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.starterproject.StarterProjects;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reports what a project has achieved, once all its packages are done or dropped. */
@Component
class CloseProject implements TaskHandler<ClosureForm> {

    private final ProjectTable projects;
    private final PackageTable packages;
    private final ClosureTable closures;
    private final StarterProjects starterProjects;
    private final ReportedValues reportedValues;
    private final Clock clock;

    CloseProject(
            ProjectTable projects,
            PackageTable packages,
            ClosureTable closures,
            StarterProjects starterProjects,
            ReportedValues reportedValues,
            Clock clock) {
        this.projects = projects;
        this.packages = packages;
        this.closures = closures;
        this.starterProjects = starterProjects;
        this.reportedValues = reportedValues;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "close-project";
    }

    @Override
    public Class<ClosureForm> form() {
        return ClosureForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        List<WorkPackage> done = packages.ofProject(task);
        Map<String, Object> shown = new HashMap<>();
        shown.put("projectTitle", Markdown.escape(projects.of(task).title()));
        shown.put("packageTable", GermanText.packages(done));
        closures.latest(task).ifPresentOrElse(closure -> fill(shown, task, closure), () -> {
            shown.put("closedOn", LocalDate.now(clock));
            shown.put("actualCost", sumOfCosts(done));
            shown.put("indicators", indicatorRows(task));
        });
        return shown;
    }

    private static BigDecimal sumOfCosts(List<WorkPackage> packages) {
        return packages.stream()
                .map(WorkPackage::actualCost)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Map<String, String>> indicatorRows(TaskContext task) {
        return starterProjects.indicators(task.municipality(), task.id("projectId")).stream()
                .map(name -> Map.of("name", name))
                .toList();
    }

    private void fill(Map<String, Object> shown, TaskContext task, Closure closure) {
        shown.put("closedOn", closure.closedOn());
        shown.put("goalLevel", closure.goalLevel());
        shown.put("result", closure.result());
        shown.put("publicSummary", closure.publicSummary());
        shown.put("actualCost", closure.actualCost());
        shown.put("lessons", closure.lessons());
        shown.put("continuation", closure.continuation());
        shown.put("indicators", closures.indicators(task.municipality(), closure.id()));
        shown.put("returnReason", closure.returnComment() == null ? null : Markdown.escape(closure.returnComment()));
        reportedValues
                .of(task.municipality(), closure.id())
                .forEach((field, value) -> shown.put(field, ReportedValueForm.from(value)));
    }

    @Override
    public Outcome complete(TaskContext task, ClosureForm form) {
        Problems problems = new Problems();
        boolean past = !form.closedOn().isAfter(LocalDate.now(clock));
        problems.check(past, "closedOn", "implementation.closure.future");
        UUID id = UUID.randomUUID();
        List<ReportedValues.Entry> values = new ArrayList<>();
        ReportedValueForm.read(form.co2(), "co2", problems)
                .ifPresent(value -> values.add(new ReportedValues.Entry(id, "co2", value)));
        ReportedValueForm.read(form.material(), "material", problems)
                .ifPresent(value -> values.add(new ReportedValues.Entry(id, "material", value)));
        problems.throwIfAny();

        closures.add(task, id, form);
        reportedValues.save(task.municipality(), values);
        projects.setStatus(task, ProjectStatus.CLOSING);
        return Outcome.none();
    }
}
