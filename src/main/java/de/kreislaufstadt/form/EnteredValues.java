package de.kreislaufstadt.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What somebody has entered into a form, beside what was stored before: field by field, in the order of the form. Fields that are only shown are left out.
 *
 * <p>A form says of a field what may be kept of it: {@code "properties": {"personal": "withheld"}} is data of a person that is
 * stored elsewhere until its day has come, {@code "account"} the id of somebody's account.
 */
public final class EnteredValues {

    private static final Set<String> DECORATION = Set.of("text", "separator", "spacer");

    private final Set<String> withheld = new HashSet<>();
    private final List<Entered> all = new ArrayList<>();

    private EnteredValues() {}

    /** What may be kept of a value. */
    public enum Personal {
        NO,
        ACCOUNT,
        WITHHELD
    }

    /**
     * One field.
     *
     * @param path e.g. {@code stakeholders[0].organisation}; without numbers of rows where nothing is kept of the values
     * @param from as it was stored before; null for nothing
     * @param to as it was sent; null for nothing
     */
    public record Entered(String path, String from, String to, Personal personal) {}

    /**
     * @param before what was stored before, as the form would show it
     * @param after data that was sent and has passed the check against the schema
     * @return every field that was filled, is filled, or both
     */
    public static List<Entered> of(FormSchema schema, JsonNode before, JsonNode after) {
        EnteredValues values = new EnteredValues();
        values.level(schema.json().path("components"), before, after, "", Personal.NO);
        return values.all;
    }

    private void level(JsonNode components, JsonNode before, JsonNode after, String prefix, Personal outer) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if (DECORATION.contains(type)) {
                continue;
            }
            String name = component.path("key").asText(component.path("path").asText(""));
            Personal personal = personal(component, outer);
            if (name.isEmpty()) {
                level(component.path("components"), before, after, prefix, personal);
            } else if ("dynamiclist".equals(type)) {
                rows(component, before.path(name), after.path(name), prefix + name, personal);
            } else if (component.has("components")) {
                level(component.path("components"), before.path(name), after.path(name), prefix + name + ".", personal);
            } else if (!component.path("readonly").asBoolean()) {
                field(prefix + name, text(before.path(name)), text(after.path(name)), personal);
            }
        }
    }

    private void rows(JsonNode component, JsonNode before, JsonNode after, String path, Personal personal) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            level(component.path("components"), row(before, i), row(after, i), path + "[" + i + "].", personal);
        }
    }

    private static JsonNode row(JsonNode rows, int number) {
        JsonNode row = rows.path(number);
        return row.isObject() ? row : MissingNode.getInstance();
    }

    private void field(String path, String from, String to, Personal personal) {
        if (from == null && to == null) {
            return;
        }
        if (personal != Personal.WITHHELD) {
            all.add(new Entered(path, from, to, personal));
            return;
        }
        // Not even how many people it is about.
        String field = path.replaceAll("\\[\\d+]", "");
        if (withheld.add(field)) {
            all.add(new Entered(field, null, null, personal));
        }
    }

    private static Personal personal(JsonNode component, Personal outer) {
        return switch (component.path("properties").path("personal").asText()) {
            case "withheld" -> Personal.WITHHELD;
            case "account" -> Personal.ACCOUNT;
            default -> outer;
        };
    }

    /** Numbers, texts and choices as they read; nothing, blank and not ticked are the same. */
    private static String text(JsonNode value) {
        if (FieldCheck.isEmpty(value) || value.isBoolean() && !value.booleanValue()) {
            return null;
        }
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(", "));
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
