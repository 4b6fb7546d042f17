package de.kreislaufstadt.imports;

/** Hears how far something is that takes its time; may end it by throwing. */
@FunctionalInterface
interface Progress {

    /**
     * @param done rows that are done
     * @param total rows there are
     */
    void told(int done, int total);
}
