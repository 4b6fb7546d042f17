package de.kreislaufstadt.process.engine.migrate;

import de.kreislaufstadt.process.ModelVersions;
import de.kreislaufstadt.process.engine.model.ModelNames;
import de.kreislaufstadt.process.engine.people.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Lets the engine lift instances, and says in our words why it does not. */
@Component
class VersionsInEngine implements ModelVersions {

    private final VersionTable versions;
    private final MigrationPlans plans;
    private final LiftedTasks tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ModelNames names;

    VersionsInEngine(
            VersionTable versions,
            MigrationPlans plans,
            LiftedTasks tasks,
            RuntimeService runtime,
            RepositoryService repository,
            ModelNames names) {
        this.versions = versions;
        this.plans = plans;
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.names = names;
    }

    @Override
    public List<Version> all() {
        return versions.all();
    }

    @Override
    public Optional<Version> find(String id) {
        return versions.withId(id).stream().findFirst();
    }

    @Override
    public List<Running> on(String id) {
        return versions.on(id);
    }

    @Override
    public List<String> steps(String instance) {
        return versions.steps(instance).stream()
                .map(VersionsInEngine::element)
                .distinct()
                .toList();
    }

    @Override
    public String stepName(String version, String element) {
        if (versions.withId(version).isEmpty()) {
            return element;
        }
        ModelElementInstance found = SignedIn.asSystem(() -> repository.getBpmnModelInstance(version))
                .getModelElementById(element);
        return found instanceof FlowElement named && named.getName() != null
                ? names.task(element, named.getName())
                : element;
    }

    @Override
    public void checkPlan(Version from, Version to) {
        SignedIn.runAsSystem(() -> plans.of(from.process(), from.id(), to.id()));
    }

    @Override
    public boolean lift(String instance, Version from, Version to) {
        return SignedIn.asSystem(() -> {
            ProcessInstance running = runtime.createProcessInstanceQuery()
                    .processInstanceId(instance)
                    .singleResult();
            if (running == null) {
                throw new LiftRefused("upgrade.refused.ended", List.of(), null);
            }
            if (running.getProcessDefinitionId().equals(to.id())) {
                return false;
            }
            if (!running.getProcessDefinitionId().equals(from.id())) {
                throw new LiftRefused("upgrade.refused.elsewhere", List.of(), null);
            }
            migrate(running, from, to);
            return true;
        });
    }

    private void migrate(ProcessInstance running, Version from, Version to) {
        MigrationPlan plan = plans.of(from.process(), from.id(), to.id());
        LiftedTasks.Open before = tasks.open(running.getId(), from.id());
        try {
            runtime.newMigration(plan).processInstanceIds(running.getId()).execute();
        } catch (MigratingProcessInstanceValidationException unfit) {
            throw new LiftRefused("upgrade.refused.step", inTheWay(unfit.getValidationReport()), unfit);
        } catch (OptimisticLockingException meanwhile) {
            throw new LiftRefused("upgrade.refused.busy", List.of(), meanwhile);
        }
        tasks.follow(before, running, to);
    }

    private static List<String> inTheWay(MigratingProcessInstanceValidationReport report) {
        return Stream.concat(
                        report.getActivityInstanceReports().stream().map(one -> one.getSourceScopeId()),
                        report.getTransitionInstanceReports().stream().map(one -> one.getSourceScopeId()))
                .map(VersionsInEngine::element)
                .distinct()
                .sorted()
                .toList();
    }

    private static String element(String id) {
        return id.endsWith(MigrationPlans.BODY) ? id.substring(0, id.length() - MigrationPlans.BODY.length()) : id;
    }
}
