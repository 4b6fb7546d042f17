package de.kreislaufstadt.implementation;

import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.starterproject.StarterProject;
import de.kreislaufstadt.starterproject.StarterProjects;
import java.util.List;
import org.springframework.stereotype.Component;

/** Decides what is implemented: the adopted starter projects, or the measure itself where it has none. */
@Component
class PrepareImplementation implements ServiceStep {

    private final StarterProjects starterProjects;
    private final Measures measures;
    private final ProjectTable projects;

    PrepareImplementation(StarterProjects starterProjects, Measures measures, ProjectTable projects) {
        this.starterProjects = starterProjects;
        this.measures = measures;
        this.projects = projects;
    }

    @Override
    public String step() {
        return "prepare-implementation";
    }

    @Override
    public Outcome run(TaskContext scope) {
        List<StarterProject> adopted = starterProjects.adopted(scope.municipality(), scope.measureId());
        if (adopted.isEmpty()) {
            projects.addMeasure(
                    scope,
                    measures.find(scope.municipality(), scope.measureId()).title());
        } else {
            projects.addStarterProjects(scope, adopted);
        }
        List<ItemRef> items = projects.ofMeasure(scope.municipality(), scope.measureId()).stream()
                .map(project -> ItemRef.of(project.id(), project.department()))
                .toList();
        return Outcome.of("projectIds", items);
    }
}
