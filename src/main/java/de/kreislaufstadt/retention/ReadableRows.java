package de.kreislaufstadt.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.FormSchemas;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.process.PersonalData.Found;
import de.kreislaufstadt.process.StepNames;
import de.kreislaufstadt.retention.PersonFile.Field;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * Says what a row holds so that the person it is about understands it (Art. 12 DSGVO): words instead of columns and codes,
 * names instead of ids, days as they are written.
 */
@Component
class ReadableRows {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}:\\d{2})(\\.\\d+)?([+-]\\d{2})(:?\\d{2})?");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

    private static final Set<String> PEOPLE = Set.of(
            "deputy_for",
            "account",
            "from_group",
            "to_group",
            "group_id",
            "user_id_",
            "assignee_",
            "owner_",
            "start_user_id_",
            "create_user_id_",
            "assigner_id_");
    private static final Set<String> UNITS = Set.of("department", "departments", "head_of", "lead", "successor");
    private static final Set<String> STEPS = Set.of("task_key", "form_key");

    private final Doers doers;
    private final Departments departments;
    private final StepNames steps;
    private final FormSchemas forms;
    private final Kinds kinds;
    private final ObjectMapper json;

    ReadableRows(
            Doers doers, Departments departments, StepNames steps, FormSchemas forms, Kinds kinds, ObjectMapper json) {
        this.doers = doers;
        this.departments = departments;
        this.steps = steps;
        this.forms = forms;
        this.kinds = kinds;
        this.json = json;
    }

    /** Reads many rows that name the same few people. */
    final class Reader {

        private final String municipality;
        private final Map<String, String> people = new HashMap<>();

        private Reader(String municipality) {
            this.municipality = municipality;
        }

        /** @return what the row holds, without what is empty and without what is technical only */
        List<Field> fields(Found found, Map<String, Object> content) {
            List<Field> fields = new ArrayList<>();
            content.forEach((column, value) -> {
                if (value == null || DataWords.isTechnical(found.table(), column) || isKey(value)) {
                    return;
                }
                if (column.equals("data")) {
                    entered(found, value, content, fields);
                    return;
                }
                if (column.equals("logged")) {
                    logged(found, value, fields);
                    return;
                }
                String label = DataWords.column(found.table(), column).orElse(column);
                fields.add(new Field(column, label, text(found, column, value)));
            });
            return fields;
        }

        private String text(Found found, String column, Object value) {
            if (value instanceof Iterable<?> several) {
                return StreamSupport.stream(several.spliterator(), false)
                        .map(one -> text(found, column, one))
                        .collect(Collectors.joining(", "));
            }
            String plain = String.valueOf(value);
            if (value instanceof Boolean holds) {
                return DataWords.yesOrNo(holds);
            }
            if (column.endsWith("_by") || PEOPLE.contains(column)) {
                return people.computeIfAbsent(plain, doers::nameOf);
            }
            if (UNITS.contains(column)) {
                return departments.nameOf(municipality, plain);
            }
            if (STEPS.contains(column)) {
                return steps.nameOf(plain);
            }
            if (column.equals("kind") && kinds.exists(plain)) {
                return kinds.of(municipality, plain).name();
            }
            return DataWords.value(found.table(), column, plain).orElseGet(() -> written(plain));
        }

        /** What somebody has entered into a form: each field under its label. */
        private void entered(Found found, Object value, Map<String, Object> content, List<Field> fields) {
            Object key = content.get("form_key");
            FormSchema form = key == null ? null : forms.find(key.toString()).orElse(null);
            leaves(tree(value), "", (path, leaf) -> {
                String label =
                        form == null ? DataWords.column(found.table(), "data").orElse("") : form.labelOf(path);
                String text = form != null && CODE.matcher(leaf).matches()
                        ? form.choice(leaf).orElse(leaf)
                        : written(leaf);
                fields.add(new Field("data." + path, label, text));
            });
        }
    }

    /** What the log of actions has taken down: a text, or a value as it was before and after. */
    private void logged(Found found, Object value, List<Field> fields) {
        leaves(tree(value), "", (path, leaf) -> {
            String column = path.startsWith("from") ? "logged_from" : path.startsWith("to") ? "logged_to" : "logged";
            String label = DataWords.column(found.table(), column).orElse(column);
            fields.add(new Field("logged." + path, label, written(leaf)));
        });
    }

    Reader of(String municipality) {
        return new Reader(municipality);
    }

    private JsonNode tree(Object value) {
        try {
            return value instanceof String text ? json.readTree(text) : json.valueToTree(value);
        } catch (JsonProcessingException e) {
            return json.getNodeFactory().textNode(String.valueOf(value));
        }
    }

    private static void leaves(JsonNode node, String path, BiConsumer<String, String> leaf) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> leaves(
                            field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), leaf));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(node.get(i), path + "[" + i + "]", leaf);
            }
        } else if (node.isBoolean()) {
            leaf.accept(path, DataWords.yesOrNo(node.asBoolean()));
        } else if (!node.isNull() && !node.asText().isBlank()) {
            leaf.accept(path, node.asText());
        }
    }

    private static boolean isKey(Object value) {
        return value instanceof String text && KEY.matcher(text).matches();
    }

    /** @return days and moments as people write them, everything else as it stands */
    private static String written(String text) {
        if (DAY.matcher(text).matches()) {
            return ReadersLanguage.day(LocalDate.parse(text));
        }
        var moment = MOMENT.matcher(text);
        if (moment.matches()) {
            String offset = moment.group(4) + ":"
                    + (moment.group(5) == null ? "00" : moment.group(5).replace(":", ""));
            var local = OffsetDateTime.parse(moment.group(1) + "T" + moment.group(2) + offset)
                    .atZoneSameInstant(ZONE);
            return ReadersLanguage.day(local.toLocalDate()) + ", "
                    + DateTimeFormatter.ofPattern("HH:mm").format(local);
        }
        return text;
    }
}
