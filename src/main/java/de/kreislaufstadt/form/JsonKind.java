package de.kreislaufstadt.form;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What somebody has sent instead of what a field expects. The texts name it by its place in this list
 * ({@code {0,choice,0#ein Text|1#eine Zahl|…}}), so a kind may be added at the end only.
 */
enum JsonKind {
    TEXT,
    NUMBER,
    YES_OR_NO,
    LIST,
    GROUP,
    NOTHING;

    /** @return argument for a text that names the kind of a value */
    static int of(JsonNode value) {
        return kindOf(value).ordinal();
    }

    private static JsonKind kindOf(JsonNode value) {
        if (value == null) {
            return NOTHING;
        }
        return switch (value.getNodeType()) {
            case STRING, BINARY -> TEXT;
            case NUMBER -> NUMBER;
            case BOOLEAN -> YES_OR_NO;
            case ARRAY -> LIST;
            case OBJECT, POJO -> GROUP;
            case NULL, MISSING -> NOTHING;
        };
    }
}
