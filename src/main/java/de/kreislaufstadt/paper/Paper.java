package de.kreislaufstadt.paper;

import java.util.List;

/**
 * A report as people read it, whatever the file: title, preface, and sections of paragraphs, a chart and the table behind it.
 *
 * @param language of its words, {@code de} or {@code en}
 * @param facts lines below the title: of which day it is, and whether it is released
 * @param opening heading of the preface
 * @param preface text in front, its paragraphs with an empty line between them; null for none
 */
public record Paper(
        String language,
        String title,
        String city,
        List<String> facts,
        String opening,
        String preface,
        List<Section> sections) {

    /** @return the paragraphs of the preface, none where there is none */
    public List<String> paragraphs() {
        return preface == null ? List.of() : List.of(preface.strip().split("\\R\\s*\\R"));
    }

    /**
     * A part with a heading of its own.
     *
     * @param label short name, at most 31 characters as sheets of workbooks have them
     * @param text with headings, lists and what is stressed, below the paragraphs; empty where there is none
     * @param chart null where there is nothing to draw; it shows nothing that the table does not say
     * @param table null where the section has none; one without rows says that there is nothing to list
     */
    public record Section(
            String label, String title, List<String> paragraphs, List<Block> text, Chart chart, Table table) {

        /** A section around a table. */
        public Section(String label, String title, List<String> paragraphs, Chart chart, Table table) {
            this(label, title, paragraphs, List.of(), chart, table);
        }

        /** A section of text alone. */
        public static Section of(String title, List<String> paragraphs, List<Block> text) {
            return new Section(title, title, paragraphs, text, null, null);
        }
    }

    /**
     * A part of a text as people read it, see {@link PaperText}.
     *
     * @param runs words of a heading or paragraph; empty for a list
     * @param items of a list; empty for anything else
     */
    public record Block(BlockKind kind, List<Run> runs, List<Item> items) {}

    /** What a part of a text is. */
    public enum BlockKind {
        HEADING,
        PARAGRAPH,
        LIST
    }

    /** Words that are stressed or not. */
    public record Run(String text, boolean stressed) {}

    /**
     * An entry of a list.
     *
     * @param label what stands before it, e.g. {@code 1.}
     * @param depth 0 for an entry that is in no other, up to {@value PaperText#DEEPEST}
     */
    public record Item(String label, int depth, List<Run> runs) {}

    /**
     * What stands in rows and columns.
     *
     * @param caption what the table lists
     * @param shares width of each column, as a share of the page
     * @param rows cells are texts, numbers or {@link java.time.LocalDate}s; null is an empty one
     */
    public record Table(String caption, List<String> headers, List<Integer> shares, List<List<Object>> rows) {}

    /**
     * Bars, one group for each category.
     *
     * @param alternative what the chart shows, in a sentence, for those who do not see it
     */
    public record Chart(String title, String alternative, List<String> categories, List<Series> series) {}

    /**
     * Bars of one kind.
     *
     * @param values one for each category of the chart
     */
    public record Series(String name, List<? extends Number> values) {}
}
