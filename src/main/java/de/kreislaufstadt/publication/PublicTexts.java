package de.kreislaufstadt.publication;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.released.ReleasedMeasure;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Every text of a version, however deep it lies: found by walking through the types, so that nobody has to name a new field. */
final class PublicTexts {

    private static final Texts WORDS = Texts.of("publication");

    private final List<Said> found = new ArrayList<>();

    private PublicTexts() {}

    /**
     * A text.
     *
     * @param path e.g. {@code statusReports[0].text}
     * @param label what people call the part it stands in
     */
    record Said(String path, String label, String text) {}

    /** @return the texts in the order of the page, without empty ones */
    static List<Said> of(ReleasedMeasure version) {
        PublicTexts all = new PublicTexts();
        all.walk("", null, version);
        return List.copyOf(all.found);
    }

    private void walk(String path, String label, Object value) {
        if (value instanceof String text) {
            if (!text.isBlank()) {
                found.add(new Said(path, label, text));
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(path + "[" + i + "]", label, list.get(i));
            }
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                String name = component.getName();
                walk(
                        path.isEmpty() ? name : path + "." + name,
                        label == null ? WORDS.get("publication.part." + name) : label,
                        valueOf(component, value));
            }
        }
    }

    private static Object valueOf(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A released type hides " + component.getName(), e);
        }
    }
}
