package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.StartHandler;
import de.kreislaufstadt.process.TaskHandler;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The modules' handlers by the id of their element in the model. */
@Component
public class Handlers {

    private final ObjectProvider<TaskHandler<?>> tasks;
    private final ObjectProvider<StartHandler<?>> starts;
    private final ObjectProvider<ServiceStep> steps;
    private volatile Map<String, TaskHandler<?>> byTask;
    private volatile Map<String, StartHandler<?>> byStart;
    private volatile Map<String, ServiceStep> byStep;

    Handlers(
            ObjectProvider<TaskHandler<?>> tasks,
            ObjectProvider<StartHandler<?>> starts,
            ObjectProvider<ServiceStep> steps) {
        this.tasks = tasks;
        this.starts = starts;
        this.steps = steps;
    }

    /** @throws IllegalStateException if no module handles the task */
    public TaskHandler<?> forTask(String task) {
        if (byTask == null) {
            byTask = tasks.stream().collect(Collectors.toMap(TaskHandler::task, Function.identity()));
        }
        return required(byTask, task);
    }

    /** @return whether a form belongs to the start event */
    public boolean hasStart(String event) {
        return starts().containsKey(event);
    }

    /** @throws IllegalStateException if no form belongs to the start event */
    public StartHandler<?> forStart(String event) {
        return required(starts(), event);
    }

    ServiceStep forStep(String step) {
        if (byStep == null) {
            byStep = steps.stream().collect(Collectors.toMap(ServiceStep::step, Function.identity()));
        }
        return required(byStep, step);
    }

    private Map<String, StartHandler<?>> starts() {
        if (byStart == null) {
            byStart = starts.stream().collect(Collectors.toMap(StartHandler::startEvent, Function.identity()));
        }
        return byStart;
    }

    private static <H> H required(Map<String, H> handlers, String id) {
        H handler = handlers.get(id);
        if (handler == null) {
            throw new IllegalStateException("No module answers for " + id);
        }
        return handler;
    }
}
