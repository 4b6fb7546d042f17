package de.kreislaufstadt.process;

import de.kreislaufstadt.form.Option;
import java.util.List;
import java.util.Map;

/**
 * What a module does for one user task: what its form shows when it is opened and what happens when it is completed.
 *
 * <p>The task's id in the model, its form file and {@link #task()} are the same word. The data has passed the check against
 * the form's schema and the Bean Validation of {@code F} before {@link #complete} is called, in the transaction that also
 * carries the engine's step.
 *
 * @param <F> record that the form's data is bound to
 */
public interface TaskHandler<F> {

    /** @return id of the user task in its model, e.g. {@code prepare-survey} */
    String task();

    /** @return record type of the form's data */
    Class<F> form();

    /** @return data shown when the form is opened, by form field; empty where nothing is known yet */
    default Map<String, ?> prefill(TaskContext task) {
        return Map.of();
    }

    /**
     * Asked when the form is completed, for forms that change what other steps have entered: the log of actions says what was
     * there before. What the same step entered last time it knows itself.
     *
     * @return what is stored of the form's fields so far, by form field
     */
    default Map<String, ?> before(TaskContext task) {
        return Map.of();
    }

    /** @return choices by the {@code valuesKey} that the form names; the check on completion allows no other value */
    default Map<String, List<Option>> options(TaskContext task) {
        return Map.of();
    }

    /**
     * Writes what the form says.
     *
     * @return routing values the process goes on with; never content of the form
     * @throws de.kreislaufstadt.form.FormRefused if a rule across fields or rows is broken; everything is rolled back
     */
    Outcome complete(TaskContext task, F form);
}
