package de.kreislaufstadt.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts the word that can be looked for into every free text of a form. */
enum Marking {
    /** Texts that are there, and nothing but the word is added. */
    SHORT,
    /** Optional texts as well, and every text filled up to the length the form allows: what it allows must be storable. */
    FULL;

    /** Its pattern is a setting of the municipality, so the form does not name one. */
    private static final String PAPER_NUMBER = "paperNumber";

    /** @param components fields of the form, or of a section or list of it */
    void mark(JsonNode components, ObjectNode data) {
        for (JsonNode component : components) {
            String name = component.path("key").asText(component.path("path").asText());
            JsonNode children = component.path("components");
            switch (component.path("type").asText()) {
                case "textfield", "textarea" -> markText(component, data, name);
                case "group" -> {
                    if (name.isEmpty()) {
                        mark(children, data);
                    } else if (data.get(name) instanceof ObjectNode group) {
                        mark(children, group);
                    }
                }
                case "dynamiclist" -> data.path(name).forEach(row -> mark(children, (ObjectNode) row));
                default -> {
                    // Choices, numbers and dates leave no room for a word.
                }
            }
        }
    }

    private void markText(JsonNode field, ObjectNode data, String name) {
        JsonNode rules = field.path("validate");
        int longest = rules.path("maxLength").asInt(Integer.MAX_VALUE);
        if (rules.has("pattern")) {
            markAddress(rules.path("pattern").asText(), longest, data, name);
        } else if (!name.equals(PAPER_NUMBER) && (data.path(name).isTextual() || mayBeAdded(field))) {
            String marked = Forms.marked(data.path(name).asText(""));
            if (marked.length() <= longest) {
                data.put(name, this == FULL ? filledUp(marked, longest) : marked);
            }
        }
    }

    /** Addresses may contain the word, but not after a blank; texts of any other pattern stay as they are. */
    private static void markAddress(String pattern, int longest, ObjectNode data, String name) {
        String marked = Forms.MARK + "." + data.path(name).asText();
        if (pattern.contains("@") && data.path(name).isTextual() && marked.length() <= longest) {
            data.put(name, marked);
        }
    }

    /** A field under a condition is hidden for some choices, and must be empty then. */
    private boolean mayBeAdded(JsonNode field) {
        return this == FULL && !field.has("conditional");
    }

    private static String filledUp(String text, int length) {
        return length == Integer.MAX_VALUE ? text : text + "ü".repeat(length - text.length());
    }
}
