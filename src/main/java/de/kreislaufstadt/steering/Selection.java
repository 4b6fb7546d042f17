package de.kreislaufstadt.steering;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Intervention;
import de.kreislaufstadt.process.Intervention.Wish;
import de.kreislaufstadt.process.Interventions;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.OpenTasks;
import de.kreislaufstadt.process.OpenTasks.OpenTask;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the items that somebody means, and checks what they want to be done with them. */
@Component
class Selection {

    /** More at once nobody can answer for; the table has the same limit. */
    static final int MOST_ITEMS = 500;

    private final Interventions interventions;
    private final MeasureDirectory measures;
    private final OpenTasks tasks;
    private final Clock clock;

    Selection(Interventions interventions, MeasureDirectory measures, OpenTasks tasks, Clock clock) {
        this.interventions = interventions;
        this.measures = measures;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * What somebody wants to be done with a selection.
     *
     * @param kind code of the intervention
     * @param items engine's ids of tasks or jobs; may be empty
     * @param measures numbers of measures, of which every item counts that the intervention can be done with; may be empty
     * @param ofDepartment of the measures' tasks only those of this department; null = all
     * @param overdue of the measures' tasks only those whose last day has passed
     * @param wish the same for every item
     */
    record Order(
            String kind, List<String> items, List<String> measures, String ofDepartment, boolean overdue, Wish wish) {

        Order {
            items = items == null
                    ? List.of()
                    : items.stream().filter(Objects::nonNull).toList();
            measures = measures == null
                    ? List.of()
                    : measures.stream().filter(Objects::nonNull).toList();
        }
    }

    /** Items, and what is to be done with each of them. */
    record Chosen(String kind, Wish wish, List<Item> items) {}

    /** @throws FormRefused if the kind, the selection or the wish is wrong */
    Chosen of(String municipality, Order order) {
        Problems problems = new Problems();
        Intervention intervention = interventions
                .ofKind(order.kind())
                .filter(Intervention::inBatches)
                .orElseThrow(() -> FormRefused.at("kind", "steering.batch.kind"));
        Wish wish = checked(order.wish(), problems);
        intervention.check(wish, problems);
        problems.check(!order.items().isEmpty() || !order.measures().isEmpty(), "measures", "steering.batch.nothing")
                .check(size(order) <= MOST_ITEMS, "measures", "steering.batch.tooMany", MOST_ITEMS)
                .throwIfAny();
        List<Item> items = items(municipality, order, intervention);
        problems.check(!items.isEmpty(), "measures", "steering.batch.nothingToDo")
                .check(items.size() <= MOST_ITEMS, "measures", "steering.batch.tooMany", MOST_ITEMS)
                .throwIfAny();
        return new Chosen(order.kind(), wish, items);
    }

    private static int size(Order order) {
        return order.items().size() + order.measures().size();
    }

    private static Wish checked(Wish given, Problems problems) {
        Wish wish = given == null ? Wish.because(null) : given;
        String reason = wish.requiredReason(problems);
        String date = blankToNull(wish.date());
        try {
            date = date == null ? null : LocalDate.parse(date).toString();
        } catch (DateTimeParseException e) {
            problems.check(false, "date", "form.type.date");
        }
        return new Wish(
                reason, date, wish.afterDue(), blankToNull(wish.person()), blankToNull(wish.department()), null);
    }

    /** Each item once, however often it was named. */
    private List<Item> items(String municipality, Order order, Intervention intervention) {
        Map<String, String> numbers = new LinkedHashMap<>();
        order.items().forEach(item -> numbers.putIfAbsent(item, null));
        Set<String> known = measures.cards(municipality, order.measures()).keySet();
        String unknown = order.measures().stream()
                .filter(number -> !known.contains(number))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw FormRefused.at("measures", "steering.batch.unknownMeasure", unknown);
        }
        order.measures().stream()
                .distinct()
                .forEach(number ->
                        intervention.itemsOf(municipality, number).forEach(item -> numbers.putIfAbsent(item, number)));
        Map<String, OpenTask> open = tasks.among(numbers.keySet());
        return numbers.entrySet().stream()
                .filter(item -> item.getValue() == null || isMeant(municipality, order, open.get(item.getKey())))
                .map(item -> new Item(
                        0, item.getKey(), item.getValue(), nameOf(open.get(item.getKey())), "OPEN", null, List.of()))
                .toList();
    }

    private boolean isMeant(String municipality, Order order, OpenTask task) {
        if (task == null) {
            return true;
        }
        String department = municipality + "-" + order.ofDepartment();
        boolean there = blankToNull(order.ofDepartment()) == null
                || task.groups().contains(department)
                || task.groups().contains(department + "-head");
        boolean late = task.due() != null && task.due().isBefore(LocalDate.now(clock));
        return there && (late || !order.overdue());
    }

    private static String nameOf(OpenTask task) {
        return task == null ? null : task.name();
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
