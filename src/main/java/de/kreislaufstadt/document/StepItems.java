package de.kreislaufstadt.document;

import de.kreislaufstadt.process.TaskContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a step is about, as far as it tells apart which documents matter in it. */
final class StepItems {

    /** Routing values that name one of several things which run side by side in a process. */
    private static final List<String> NAMES = List.of(
            "workshopId",
            "projectId",
            "packageId",
            "ideaId",
            "goalId",
            "exchangeId",
            "conditionId",
            "coSignId",
            "department");

    private StepItems() {}

    /** @return the items of a step as {@code name=value} */
    static List<String> of(TaskContext step) {
        return NAMES.stream()
                .filter(name -> step.text(name) != null && !step.text(name).isEmpty())
                // Not which department works on it: that may change.
                .map(name -> name + "=" + step.text(name).replaceFirst("@.*", ""))
                .toList();
    }

    static Map<String, String> byName(List<String> items) {
        return items.stream()
                .map(item -> item.split("=", 2))
                .collect(Collectors.toMap(item -> item[0], item -> item[1], (one, other) -> one));
    }
}
