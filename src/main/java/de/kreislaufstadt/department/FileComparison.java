package de.kreislaufstadt.department;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says what would change if one file of a municipality took the place of another. */
class FileComparison {

    /** Lists whose entries have a key of their own, so that their order does not matter. */
    private static final Map<String, List<String>> KEYED = Map.of(
            "departments", List.of("key"),
            "people", List.of("id"),
            "closingDays", List.of("day"),
            "members", List.of("municipality", "joined"),
            "partners", List.of("name"));

    private static final Set<String> GROUPS = Set.of(
            "municipality.closingDays",
            "association.closingDays",
            "association.members",
            "association.partners",
            "reminders.tasks");

    private final MunicipalityFileWriter writer = new MunicipalityFileWriter();

    /** What happens to a place of the file. */
    enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * @param section first word of the place: {@code municipality}, {@code departments}, {@code people} …
     * @param place e.g. {@code departments.klima.name}
     * @param before null where it is added
     * @param after null where it is removed
     */
    record Change(Kind kind, String section, String place, String before, String after) {}

    /** @param before null where there is none yet */
    List<Change> changes(MunicipalityFile before, MunicipalityFile after) {
        List<Change> changes = new ArrayList<>();
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        compare("", before == null ? nothing : writer.tree(before), writer.tree(after), changes);
        return changes;
    }

    private static void compare(String place, JsonNode before, JsonNode after, List<Change> changes) {
        Map<String, JsonNode> old = entries(place, before);
        Map<String, JsonNode> now = entries(place, after);
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        for (String name : names) {
            String inner = place.isEmpty() ? name : place + "." + name;
            JsonNode left = old.get(name);
            JsonNode right = now.get(name);
            if (left == null && isGroup(inner)) {
                compare(inner, JsonNodeFactory.instance.objectNode(), right, changes);
            } else if (right == null && isGroup(inner)) {
                compare(inner, left, JsonNodeFactory.instance.objectNode(), changes);
            } else if (left == null) {
                changes.add(change(Kind.ADDED, inner, null, right));
            } else if (right == null) {
                changes.add(change(Kind.REMOVED, inner, left, null));
            } else if (isLeaf(inner, left) || isLeaf(inner, right)) {
                if (!left.equals(right)) {
                    changes.add(change(Kind.CHANGED, inner, left, right));
                }
            } else {
                compare(inner, left, right, changes);
            }
        }
    }

    /** Sections are looked into also where they appear or vanish as a whole; entries of lists are one change then. */
    private static boolean isGroup(String place) {
        return !place.contains(".") || GROUPS.contains(place);
    }

    private static boolean isLeaf(String place, JsonNode node) {
        return node.isValueNode() || node.isArray() && !KEYED.containsKey(place.replaceFirst(".*\\.", ""));
    }

    private static Map<String, JsonNode> entries(String place, JsonNode node) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        List<String> key = KEYED.get(place.replaceFirst(".*\\.", ""));
        if (node.isArray()) {
            node.forEach(entry -> entries.put(nameOf(entry, key), entry));
        } else {
            node.properties().forEach(field -> entries.put(field.getKey(), field.getValue()));
        }
        return entries;
    }

    private static String nameOf(JsonNode entry, List<String> key) {
        return key.stream().map(part -> entry.path(part).asText()).collect(Collectors.joining(" "));
    }

    private static Change change(Kind kind, String place, JsonNode before, JsonNode after) {
        return new Change(kind, place.replaceFirst("\\..*", ""), place, text(before), text(after));
    }

    private static String text(JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(FileComparison::text)
                    .collect(Collectors.joining(", "));
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .map(field -> field.getKey() + ": " + text(field.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return node.asText();
    }
}
