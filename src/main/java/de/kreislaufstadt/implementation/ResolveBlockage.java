package de.kreislaufstadt.implementation;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decides how a blocked work package goes on. */
@Component
class ResolveBlockage implements TaskHandler<BlockageForm> {

    private final ProjectTable projects;
    private final PackageTable packages;
    private final PackageReports reports;
    private final Clock clock;

    ResolveBlockage(ProjectTable projects, PackageTable packages, PackageReports reports, Clock clock) {
        this.projects = projects;
        this.packages = packages;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "resolve-blockage";
    }

    @Override
    public Class<BlockageForm> form() {
        return BlockageForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        WorkPackage workPackage = packages.of(task);
        return Map.of(
                "packageTitle", Markdown.escape(workPackage.title()),
                "projectTitle", Markdown.escape(projects.of(task).title()),
                "packageEnd", Markdown.escape(GermanText.date(workPackage.endsOn())),
                "blockedReason", Markdown.escape(reports.blocked(task).reason()));
    }

    @Override
    public Outcome complete(TaskContext task, BlockageForm form) {
        LocalDate end = form.newEndsOn();
        if (end != null) {
            LocalDate begin = packages.of(task).beginsOn();
            new Problems()
                    .check(!end.isBefore(begin), "newEndsOn", "implementation.plan.dateOrder")
                    .check(!end.isBefore(LocalDate.now(clock)), "newEndsOn", "implementation.blockage.past")
                    .throwIfAny();
        }
        reports.resolve(task, reports.blocked(task), form);
        return Outcome.of("blockageResult", form.result());
    }
}
