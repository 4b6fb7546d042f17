package de.kreislaufstadt.implementation;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.publication.PublicContentChanged;
import de.kreislaufstadt.starterproject.StarterProject;
import de.kreislaufstadt.starterproject.StarterProjects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Splits a project into work packages, each of which becomes a task of its department. */
@Component
class PlanWorkPackages implements TaskHandler<PlanForm> {

    private final ProjectTable projects;
    private final PackageTable packages;
    private final StarterProjects starterProjects;
    private final Departments departments;
    private final ApplicationEventPublisher events;

    PlanWorkPackages(
            ProjectTable projects,
            PackageTable packages,
            StarterProjects starterProjects,
            Departments departments,
            ApplicationEventPublisher events) {
        this.events = events;
        this.projects = projects;
        this.packages = packages;
        this.starterProjects = starterProjects;
        this.departments = departments;
    }

    @Override
    public String task() {
        return "plan-work-packages";
    }

    @Override
    public Class<PlanForm> form() {
        return PlanForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Project project = projects.of(task);
        Map<String, Object> first = new HashMap<>();
        first.put("code", "AP1");
        first.put("department", project.department());
        sketched(task, project).ifPresent(sketch -> first.put("beginsOn", sketch.startsOn()));
        return Map.of("projectTitle", Markdown.escape(project.title()), "packages", List.of(first));
    }

    private Optional<StarterProject> sketched(TaskContext task, Project project) {
        return starterProjects.adopted(task.municipality(), task.measureId()).stream()
                .filter(starter -> starter.id().equals(project.id()))
                .findFirst();
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        return Map.of("departments", departments.options(task.municipality()));
    }

    @Override
    public Outcome complete(TaskContext task, PlanForm form) {
        new WorkPlan(form.packages()).check();
        projects.setStatus(task, ProjectStatus.RUNNING);
        List<ItemRef> added = packages.add(task, form.packages());
        events.publishEvent(new PublicContentChanged(
                task.municipality(), task.measureId(), PublicContentChanged.Cause.MILESTONES, false));
        return Outcome.of("packageIds", added);
    }
}
