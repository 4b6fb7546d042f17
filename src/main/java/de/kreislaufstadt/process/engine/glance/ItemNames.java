package de.kreislaufstadt.process.engine.glance;

import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.ItemTitles;
import de.kreislaufstadt.process.engine.record.StepTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the things are called that steps are about, asked for in batches. */
@Component
public class ItemNames {

    /** Routing value that names the department one of several tasks of the same kind belongs to. */
    private static final String DEPARTMENT = "department";

    /** Names of the routing values that say what a task is about, innermost first. */
    static final List<String> NAMES =
            Stream.concat(StepTable.ITEMS.stream(), Stream.of(DEPARTMENT)).toList();

    private final List<ItemTitles> modules;
    private final DepartmentDirectory departments;
    private final TaskRows rows;

    ItemNames(List<ItemTitles> modules, @Lazy DepartmentDirectory departments, TaskRows rows) {
        this.rows = rows;
        this.modules = modules;
        this.departments = departments;
    }

    /** @return by id what each of these open tasks is about, for those that have their like in the same measure */
    public Map<String, String> ofOpen(String municipality, Collection<String> tasks) {
        return tasks.isEmpty() ? Map.of() : ofTasks(municipality, rows.of(municipality, tasks));
    }

    /** @return by id what each of these tasks is about, for those that have their like in the same measure */
    Map<String, String> ofTasks(String municipality, Collection<TaskRows.Row> tasks) {
        Map<String, Item> items = new HashMap<>();
        tasks.forEach(task -> NAMES.stream()
                .filter(name -> task.values().get(name) != null)
                .findFirst()
                .ifPresent(name ->
                        items.put(task.id(), new Item(name, task.values().get(name)))));
        Map<Item, String> titles = of(municipality, items.values());
        Map<String, String> named = new HashMap<>();
        items.forEach((task, item) -> named.put(
                task,
                DEPARTMENT.equals(item.name()) ? departments.nameOf(municipality, item.value()) : titles.get(item)));
        return named;
    }

    /** A routing value that names a thing: the name of the value, and the value. */
    private record Item(String name, String value) {}

    /** @return titles by item; one question per kind of item */
    private Map<Item, String> of(String municipality, Collection<Item> items) {
        Map<Item, String> titles = new HashMap<>();
        for (ItemTitles module : modules) {
            Map<Item, UUID> asked = items.stream()
                    .distinct()
                    .filter(item -> module.item().equals(item.name()))
                    .collect(Collectors.toMap(item -> item, item -> ItemRef.idIn(item.value())));
            if (!asked.isEmpty()) {
                Map<UUID, String> found = module.titles(municipality, Set.copyOf(asked.values()));
                asked.forEach((item, id) -> titles.put(item, found.get(id)));
            }
        }
        return titles;
    }

    /** @return titles of items whose kind is not known, by value; one question per kind */
    Map<String, String> ofAny(String municipality, Collection<String> values) {
        Map<String, UUID> ids = values.stream().distinct().collect(Collectors.toMap(value -> value, ItemRef::idIn));
        Map<UUID, String> found = new HashMap<>();
        if (!ids.isEmpty()) {
            modules.forEach(module -> found.putAll(module.titles(municipality, Set.copyOf(ids.values()))));
        }
        Map<String, String> titles = new HashMap<>();
        ids.forEach((value, id) -> titles.put(value, found.get(id)));
        return titles;
    }
}
