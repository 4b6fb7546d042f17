package de.kreislaufstadt.reporting.periodic;

import java.util.List;

/**
 * A report as people read it, whatever the file: title, preface, and sections of paragraphs, a chart and the table behind it.
 *
 * @param language of its words, {@code de} or {@code en}
 * @param facts lines below the title: of which day it is, and whether it is released
 */
record Paper(String language, String title, String city, List<String> facts, String preface, List<Section> sections) {

    /**
     * @param label short name, at most 31 characters as sheets of workbooks have them
     * @param chart null where there is nothing to draw; it shows nothing that the table does not say
     */
    record Section(String label, String title, List<String> paragraphs, Chart chart, Table table) {}

    /**
     * @param caption what the table lists
     * @param shares width of each column, as a share of the page
     * @param rows cells are texts, numbers or {@link java.time.LocalDate}s; null is an empty one
     */
    record Table(String caption, List<String> headers, List<Integer> shares, List<List<Object>> rows) {}

    /**
     * Bars, one group for each category.
     *
     * @param alternative what the chart shows, in a sentence, for those who do not see it
     */
    record Chart(String title, String alternative, List<String> categories, List<Series> series) {}

    /** @param values one for each category of the chart */
    record Series(String name, List<? extends Number> values) {}
}
