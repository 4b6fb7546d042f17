package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.form.Markdown;

/** Builds the text blocks that forms show; what people typed appears literally, never as mark-up. */
final class TextBlocks {

    private final StringBuilder text = new StringBuilder();

    TextBlocks heading(String heading) {
        return block("### " + Markdown.escape(heading));
    }

    TextBlocks paragraph(String paragraph) {
        return block(Markdown.escape(paragraph));
    }

    TextBlocks labelled(String label, String value) {
        return value == null || value.isBlank()
                ? this
                : block("**" + Markdown.escape(label) + ":** " + Markdown.escape(value));
    }

    TextBlocks item(String label, String value) {
        text.append("- **")
                .append(Markdown.escape(label))
                .append(":** ")
                .append(Markdown.escape(value))
                .append('\n');
        return this;
    }

    TextBlocks item(String value) {
        text.append("- ").append(Markdown.escape(value)).append('\n');
        return this;
    }

    private TextBlocks block(String block) {
        if (!text.isEmpty()) {
            text.append(text.charAt(text.length() - 1) == '\n' ? "\n" : "\n\n");
        }
        text.append(block).append("\n\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString().strip();
    }
}
