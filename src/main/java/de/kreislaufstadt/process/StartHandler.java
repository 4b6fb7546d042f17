package de.kreislaufstadt.process;

import de.kreislaufstadt.form.Option;
import java.util.List;
import java.util.Map;

/**
 * What a module does for the form that starts a process.
 *
 * @param <F> record that the form's data is bound to
 */
public interface StartHandler<F> {

    /** @return id of the start event in its model, which is also the name of the form */
    String startEvent();

    /** @return record type of the form's data */
    Class<F> form();

    /** @return data shown when the form is opened */
    default Map<String, ?> prefill(Actor actor) {
        return Map.of();
    }

    /** @return choices by the {@code valuesKey} that the form names */
    default Map<String, List<Option>> options(Actor actor) {
        return Map.of();
    }

    /**
     * Creates the business object the new process is about.
     *
     * @return its number, which becomes the business key, and the routing values the process begins with
     * @throws de.kreislaufstadt.form.FormRefused if a rule is broken; no process is started
     */
    Started start(Actor actor, F form);

    /**
     * @param businessKey the measure's number
     * @param outcome routing values, at least {@code measureId} and {@code lead}
     */
    record Started(String businessKey, Outcome outcome) {}
}
