package de.kreislaufstadt.implementation;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reports how far a work package is, or that it is done, blocked or dropped. */
@Component
class WorkOnPackage implements TaskHandler<PackageForm> {

    private final ProjectTable projects;
    private final PackageTable packages;
    private final PackageReports reports;

    WorkOnPackage(ProjectTable projects, PackageTable packages, PackageReports reports) {
        this.projects = projects;
        this.packages = packages;
        this.reports = reports;
    }

    @Override
    public String task() {
        return "work-on-package";
    }

    @Override
    public Class<PackageForm> form() {
        return PackageForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        WorkPackage workPackage = packages.of(task);
        Map<String, Object> shown = new HashMap<>();
        shown.put("packageTitle", Markdown.escape(workPackage.title()));
        shown.put("projectTitle", Markdown.escape(projects.of(task).title()));
        shown.put("packageEnd", Markdown.escape(GermanText.date(workPackage.endsOn())));
        shown.put("progress", workPackage.progress());
        shown.put("actualCost", workPackage.actualCost());
        List<WorkPackage> open = packages.openPredecessors(task);
        shown.put(
                "openPredecessors",
                open.isEmpty()
                        ? null
                        : Markdown.list(open.stream()
                                .map(before -> before.code() + " " + before.title())
                                .toList()));
        shown.put(
                "resolution", reports.lastResolution(task).map(Markdown::escape).orElse(null));
        return shown;
    }

    @Override
    public Outcome complete(TaskContext task, PackageForm form) {
        if (form.status() == PackageResult.DONE) {
            List<WorkPackage> open = packages.openPredecessors(task);
            String codes = open.stream().map(WorkPackage::code).collect(Collectors.joining(", "));
            new Problems()
                    .check(open.isEmpty(), "status", "implementation.package.predecessors", codes)
                    .throwIfAny();
        }
        reports.add(task, form);
        return Outcome.of("packageResult", form.status());
    }
}
