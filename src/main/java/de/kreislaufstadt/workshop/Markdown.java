package de.kreislaufstadt.workshop;

import java.util.regex.Pattern;

/** Builds the text blocks that forms show; what people typed appears literally, never as mark-up. */
final class Markdown {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()#+\\-.!|~=:@/]");

    private final StringBuilder text = new StringBuilder();

    Markdown heading(String heading) {
        return block("### " + literal(heading));
    }

    Markdown paragraph(String paragraph) {
        return block(literal(paragraph));
    }

    Markdown labelled(String label, String value) {
        return value == null || value.isBlank() ? this : block("**" + literal(label) + ":** " + literal(value));
    }

    Markdown item(String label, String value) {
        text.append("- **")
                .append(literal(label))
                .append(":** ")
                .append(literal(value))
                .append('\n');
        return this;
    }

    Markdown item(String value) {
        text.append("- ").append(literal(value)).append('\n');
        return this;
    }

    private Markdown block(String block) {
        if (!text.isEmpty()) {
            text.append(text.charAt(text.length() - 1) == '\n' ? "\n" : "\n\n");
        }
        text.append(block).append("\n\n");
        return this;
    }

    /** Escapes mark-up; line breaks stay, as hard breaks, so that a text cannot leave its paragraph. */
    static String literal(String typed) {
        String plain = typed.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String escaped = SPECIAL.matcher(plain).replaceAll("\\\\$0");
        return escaped.replaceAll("\\s*\\R\\s*", "  \n  ");
    }

    @Override
    public String toString() {
        return text.toString().strip();
    }
}
