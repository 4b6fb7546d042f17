package de.kreislaufstadt.process.engine.task;

import de.kreislaufstadt.process.engine.model.Handlers;
import de.kreislaufstadt.process.engine.watch.MovingTasks;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Puts the form check on every user task and on every start event with a form while a model is read, so that no model can
 * forget it and no way of completing goes past it. Every task also tells where it lies, from its first moment to its last, and
 * who takes it.
 */
public final class FormListeners extends AbstractBpmnParseListener {

    private final Handlers handlers;
    private final CompletedForms forms;
    private final OpenedTasks opened;
    private final MovingTasks moving;
    private final HeldTasks held;

    /** Made by {@code EngineSetup}: listeners exist before the engine does. */
    public FormListeners(
            Handlers handlers, CompletedForms forms, OpenedTasks opened, MovingTasks moving, HeldTasks held) {
        this.handlers = handlers;
        this.forms = forms;
        this.opened = opened;
        this.moving = moving;
        this.held = held;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskListener complete = task -> {
            forms.complete(task);
            moving.completed(task);
        };
        TaskListener create = opened::opened;
        TaskListener update = moving::changed;
        TaskListener delete = task -> {
            forms.settled(task);
            moving.cancelled(task);
        };
        TaskListener assigned = held::assigned;
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addTaskListener(TaskListener.EVENTNAME_COMPLETE, complete);
        definition.addTaskListener(TaskListener.EVENTNAME_CREATE, create);
        definition.addTaskListener(TaskListener.EVENTNAME_UPDATE, update);
        definition.addTaskListener(TaskListener.EVENTNAME_DELETE, delete);
        definition.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, assigned);
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (scope instanceof ProcessDefinitionEntity && handlers.hasStart(activity.getId())) {
            ExecutionListener start = forms::start;
            activity.addListener(ExecutionListener.EVENTNAME_START, start);
        }
    }
}
