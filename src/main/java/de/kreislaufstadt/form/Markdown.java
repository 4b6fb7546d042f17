package de.kreislaufstadt.form;

import java.util.List;
import java.util.stream.Collectors;

/** Read-only content for the text components of a form, which show Markdown. What people typed is shown as they typed it. */
public final class Markdown {

    private Markdown() {}

    /** @return the text with everything escaped that Markdown or HTML would read as markup; empty for null */
    public static String escape(String text) {
        if (text == null) {
            return "";
        }
        return text.strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_{}\\[\\]()#+.!|~:@/-])", "\\\\$1")
                .replaceAll("\\R", "<br>");
    }

    /** @return a table of escaped texts; empty if it would have no rows */
    public static String table(List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        return line(head) + "|" + " --- |".repeat(head.size()) + "\n"
                + rows.stream().map(Markdown::line).collect(Collectors.joining());
    }

    /** @return a list of escaped texts, one per line; empty if there are none */
    public static String list(List<String> entries) {
        return entries.stream().map(entry -> "- " + escape(entry) + "\n").collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Markdown::escape).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
