package de.kreislaufstadt.process.engine;

import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.ItemTitles;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the things are called that steps are about, asked for in batches. */
@Component
class ItemNames {

    private final List<ItemTitles> modules;

    ItemNames(List<ItemTitles> modules) {
        this.modules = modules;
    }

    /** A routing value that names a thing: the name of the value, and the value. */
    record Item(String name, String value) {}

    /** @return titles by item; one question per kind of item */
    Map<Item, String> of(String municipality, Collection<Item> items) {
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
