package de.kreislaufstadt.reporting.paper;

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
     * @param chart null where there is nothing to draw; it shows nothing that the table does not say
     */
    public record Section(String label, String title, List<String> paragraphs, Chart chart, Table table) {}

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
