package de.kreislaufstadt.process;

/** What a module does in a service task; the model calls it by the id of that task. */
public interface ServiceStep {

    /** @return id of the service task in its model, e.g. {@code plan-workshops} */
    String step();

    /** Does the work, in the engine's transaction; must be safe to repeat, since jobs are retried. */
    Outcome run(TaskContext scope);
}
