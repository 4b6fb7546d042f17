package de.kreislaufstadt.monitoring.throughput;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which departments may be shown alone. What fewer than five people have done would say how single people work; so small units are
 * shown together, and with them as many others as it takes that nobody can subtract one small unit from the rest.
 */
final class SmallUnits {

    static final int FEWEST_PEOPLE = 5;

    /** A group of one would be a unit shown alone under another name. */
    private static final int FEWEST_UNITS = 2;

    private SmallUnits() {}

    /**
     * @param alone departments that are shown under their names, the largest first
     * @param together those that are shown as one row
     * @param togetherShown whether that row may be shown; not where all of them have fewer than five people
     */
    record Shown(List<String> alone, List<String> together, boolean togetherShown) {}

    /**
     * @param departments keys of those that have done something
     * @param people how many people each department has today; a department that is missing has none
     */
    static Shown of(Collection<String> departments, Map<String, Integer> people) {
        List<String> alone = new ArrayList<>();
        List<String> together = new ArrayList<>();
        departments.stream()
                .sorted(Comparator.comparing((String key) -> -size(key, people))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(key -> (size(key, people) >= FEWEST_PEOPLE ? alone : together).add(key));
        while (!together.isEmpty()
                && !alone.isEmpty()
                && (together.size() < FEWEST_UNITS || !enough(together, people))) {
            together.add(0, alone.remove(alone.size() - 1));
        }
        return new Shown(List.copyOf(alone), List.copyOf(together), enough(together, people));
    }

    /** @return whether these departments together have as many people as it takes to be shown */
    static boolean enough(Collection<String> departments, Map<String, Integer> people) {
        return departments.stream().mapToInt(key -> size(key, people)).sum() >= FEWEST_PEOPLE;
    }

    private static int size(String department, Map<String, Integer> people) {
        return people.getOrDefault(department, 0);
    }
}
