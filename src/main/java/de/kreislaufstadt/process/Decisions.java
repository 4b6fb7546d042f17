package de.kreislaufstadt.process;

import java.util.List;
import java.util.Map;

/**
 * The decision tables under {@code bpmn/decisions}, or those that a municipality has deployed in their place. Evaluating one
 * leaves no trace in the engine's history.
 */
public interface Decisions {

    /**
     * Evaluates a decision table.
     *
     * @param municipality whose table is asked, where it has one of its own; null for the shared one
     * @param decision id of the decision, which is the name of its file
     * @param inputs values by the name the table's input expressions use
     * @return one map of outputs per matching rule, in the order of the rules; empty if none matches
     * @throws IllegalArgumentException if there is no such decision
     */
    List<Map<String, Object>> evaluate(String municipality, String decision, Map<String, ?> inputs);

    /**
     * Says why a decision table answers as it does.
     *
     * @param municipality whose table is asked, where it has one of its own; null for the shared one
     * @return the annotations of the matching rules, in their order and in the language of the reader; none where nothing is
     *     written beside them
     * @throws IllegalArgumentException if there is no such decision
     */
    default List<String> reasons(String municipality, String decision, Map<String, ?> inputs) {
        return List.of();
    }

    /**
     * @param rules ids of rules of shared tables
     * @param german what stands beside them
     * @return the same in the language of the reader
     */
    default List<String> inWords(List<String> rules, List<String> german) {
        return german;
    }
}
