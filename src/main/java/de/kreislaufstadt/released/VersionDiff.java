package de.kreislaufstadt.released;

import de.kreislaufstadt.released.FieldChange.Kind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Says what one released version of a measure says differently from another, field by field: for those who release the next one,
 * and for the public. A field that is added to the types is compared without anybody having to remember it.
 */
public final class VersionDiff {

    /** Small records that are read as one statement: a value with its unit, a source with its day. */
    private static final List<Class<?>> WHOLE =
            List.of(StatedValue.class, SourceNote.class, ReleasedMeasure.Term.class, ReleasedParts.Count.class);

    private final List<FieldChange> changes = new ArrayList<>();

    private VersionDiff() {}

    /**
     * @param before null if there was no version before; then nothing has changed
     * @return changes in the order in which the types name the fields
     */
    public static List<FieldChange> between(ReleasedMeasure before, ReleasedMeasure after) {
        if (before == null) {
            return List.of();
        }
        VersionDiff diff = new VersionDiff();
        diff.compare("", null, before, after);
        return List.copyOf(diff.changes);
    }

    /** @return paths of the fields that say something else, each once; none if there was no version before */
    static List<String> fields(ReleasedMeasure before, ReleasedMeasure after) {
        return between(before, after).stream().map(FieldChange::path).distinct().toList();
    }

    private void compare(String path, String entry, Object before, Object after) {
        if (same(before, after)) {
            return;
        }
        if (before instanceof List<?> || after instanceof List<?>) {
            lists(
                    path,
                    entry,
                    before == null ? List.of() : (List<?>) before,
                    after == null ? List.of() : (List<?>) after);
        } else if (before == null) {
            changes.add(new FieldChange(path, entry, Kind.ADDED, null, after, List.of()));
        } else if (after == null) {
            changes.add(new FieldChange(path, entry, Kind.REMOVED, before, null, List.of()));
        } else if (before instanceof Record && !WHOLE.contains(before.getClass())) {
            components(path, entry, before, after);
        } else {
            boolean texts = before instanceof String && after instanceof String;
            changes.add(new FieldChange(
                    path,
                    entry,
                    Kind.CHANGED,
                    before,
                    after,
                    texts ? TextDiff.between((String) before, (String) after) : List.of()));
        }
    }

    /** Numbers are compared by what they are worth: 10 and 10.0 are the same. */
    private static boolean same(Object before, Object after) {
        if (before instanceof BigDecimal left && after instanceof BigDecimal right) {
            return left.compareTo(right) == 0;
        }
        if (before instanceof Record && after instanceof Record && before.getClass() == after.getClass()) {
            for (RecordComponent component : before.getClass().getRecordComponents()) {
                if (!same(value(component, before), value(component, after))) {
                    return false;
                }
            }
            return true;
        }
        return Objects.equals(before, after);
    }

    private void components(String path, String entry, Object before, Object after) {
        for (RecordComponent component : before.getClass().getRecordComponents()) {
            String inner = path.isEmpty() ? component.getName() : path + "." + component.getName();
            compare(inner, entry, value(component, before), value(component, after));
        }
    }

    private void lists(String path, String entry, List<?> before, List<?> after) {
        Object any = before.isEmpty() ? after.get(0) : before.get(0);
        if (!(any instanceof Record)) {
            changes.add(new FieldChange(
                    path,
                    entry,
                    before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED,
                    before,
                    after,
                    TextDiff.ofEntries(before, after)));
            return;
        }
        Map<String, Object> old = byKey(before);
        Map<String, Object> now = byKey(after);
        now.forEach((key, value) -> compare(path, named(entry, value), old.get(key), value));
        old.forEach((key, value) -> {
            if (!now.containsKey(key)) {
                compare(path, named(entry, value), value, null);
            }
        });
    }

    private static String named(String entry, Object value) {
        String name = EntryKeys.name(value);
        return entry == null ? name : entry + ", " + name;
    }

    /** The second entry with the same key is another one than the first. */
    private static Map<String, Object> byKey(List<?> entries) {
        Map<String, Object> byKey = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Object entry : entries) {
            String key = EntryKeys.key(entry);
            byKey.put(key + " " + seen.merge(key, 1, Integer::sum), entry);
        }
        return byKey;
    }

    private static Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Records of this package can be read", e);
        }
    }
}
