package de.kreislaufstadt.form;

import java.util.Map;

/** Evaluates the conditions that hide fields; answered by the module that has a FEEL engine. */
public interface Conditions {

    /**
     * @param expression FEEL expression as the form schema writes it, starting with {@code =}
     * @param data the values the expression may name
     * @return whether it is true; false also where it names values that are missing
     */
    boolean holds(String expression, Map<String, Object> data);
}
