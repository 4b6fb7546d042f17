package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.process.StepNames;
import de.kreislaufstadt.process.engine.people.SignedIn;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Reads the names from the latest versions of the models, once for as long as the application runs. */
@Component
class StepNamesInModels implements StepNames {

    private final RepositoryService repository;
    private final ModelNames names;
    private final Map<String, String> german = new ConcurrentHashMap<>();

    StepNamesInModels(RepositoryService repository, ModelNames names) {
        this.repository = repository;
        this.names = names;
    }

    @Override
    public String nameOf(String key) {
        if (!german.containsKey(key)) {
            SignedIn.runAsSystem(this::readAll);
        }
        return names.task(key, german.computeIfAbsent(key, unknown -> unknown));
    }

    private void readAll() {
        for (ProcessDefinition definition :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
            model.getModelElementsByType(UserTask.class).forEach(this::take);
            model.getModelElementsByType(StartEvent.class).forEach(this::take);
            // A measure that was taken over entered the process at one of its phases.
            model.getModelElementsByType(CallActivity.class).forEach(this::take);
        }
    }

    private void take(FlowElement element) {
        if (element.getName() != null) {
            german.put(element.getId(), element.getName());
        }
    }
}
