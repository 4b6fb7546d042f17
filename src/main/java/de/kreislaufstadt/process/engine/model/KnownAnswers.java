package de.kreislaufstadt.process.engine.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Remembers what the shared tables answered that are asked at every step, as long as the application runs: they are packed with it
 * and say the same of the same keys for good. Evaluating one anew costs a few milliseconds, which was more than half of what it takes to
 * import a measure. What forms contain is never asked of these tables, and so never remembered.
 */
final class KnownAnswers {

    /** Tables that are asked with keys alone. */
    private static final Set<String> REMEMBERED = Set.of(
            "component-guidance", "field-visibility", "recurrence", "reminder-plan", "task-routing", "working-days");

    private static final int MOST = 4_000;

    private final Map<Question, Answer> answers = new LinkedHashMap<>(64, 0.75f, true);

    /** @param rules ids of the rules that matched, in their order */
    record Answer(List<Map<String, Object>> outputs, List<String> rules) {}

    private record Question(String decision, Map<String, ?> inputs) {}

    /**
     * @param isShared whether it is the table that is packed with the application
     * @param inputs are not changed by anybody any more
     * @param asking evaluates the table
     */
    Answer get(String decision, boolean isShared, Map<String, ?> inputs, Supplier<Answer> asking) {
        if (!isShared || !REMEMBERED.contains(decision)) {
            return asking.get();
        }
        Question question = new Question(decision, inputs);
        synchronized (answers) {
            Answer known = answers.get(question);
            if (known != null) {
                return known;
            }
        }
        Answer answer = asking.get();
        synchronized (answers) {
            answers.put(question, answer);
            if (answers.size() > MOST) {
                answers.remove(answers.keySet().iterator().next());
            }
        }
        return answer;
    }
}
