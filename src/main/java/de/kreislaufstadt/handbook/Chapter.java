package de.kreislaufstadt.handbook;

import java.util.List;

/**
 * A part of the handbook, as its table of contents lists it.
 *
 * @param title heading of the part
 * @param entries its pages in the order they are read
 */
record Chapter(String title, List<Entry> entries) {

    /**
     * A page in the table of contents.
     *
     * @param name address below the handbook without ending, e.g. {@code aufgaben/prepare-workshop}
     * @param title as the table of contents names it
     */
    record Entry(String name, String title) {}
}
