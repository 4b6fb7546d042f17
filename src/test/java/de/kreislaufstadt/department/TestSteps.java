package de.kreislaufstadt.department;

import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.mock.env.MockEnvironment;

/** Three tasks of cities, three of the model approach, one period and one cycle, in the shape in which process and decision tables know them. */
final class TestSteps {

    private static final Map<String, String> ROUTING = Map.of(
            "review-proposal", "CLIMATE_UNIT",
            "decide-measure", "DECISION_BODY",
            "offer-to-archive", "LEAD",
            "comment-component", "ASSOCIATION_COORDINATION",
            "draft-component", "COMPONENT_DRAFTING",
            "adopt-component", "COMPONENT_ADOPTION");

    private TestSteps() {}

    static Steps create() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        ROUTING.keySet().forEach(task -> beans.addBean(task, new Task(task)));
        return new Steps(
                beans.getBeanProvider(ResolvableType.forClassWithGenerics(TaskHandler.class, Object.class)),
                new Tables(),
                new MockEnvironment().withProperty("kreislaufstadt.retention.invitations", "P30D"));
    }

    private record Task(String task) implements TaskHandler<Object> {

        @Override
        public Class<Object> form() {
            return Object.class;
        }

        @Override
        public Outcome complete(TaskContext task, Object form) {
            return Outcome.none();
        }
    }

    private record Tables() implements Decisions {

        @Override
        public List<Map<String, Object>> evaluate(String municipality, String decision, Map<String, ?> inputs) {
            if (decision.equals("field-visibility")) {
                boolean record = inputs.get("part").equals("RECORD");
                return Stream.of(record ? "title" : "projects", record ? "funding" : "projectScore")
                        .map(field -> Map.<String, Object>of("field", field, "narrow", !field.equals("title")))
                        .toList();
            }
            Object name = inputs.get(decision.equals("recurrence") ? "name" : "task");
            Optional<Map<String, Object>> row = switch (decision) {
                case "recurrence" -> name.equals("exchange") ? Optional.of(Map.of("cycle", "R/P3M")) : Optional.empty();
                case "working-days" ->
                    List.of("review-proposal", "objection-period").contains(name)
                            ? Optional.of(Map.of("days", 10, "base", ""))
                            : Optional.empty();
                default -> Optional.ofNullable(ROUTING.get(name.toString())).map(role -> Map.of("role", role));
            };
            return row.stream().toList();
        }
    }
}
