package de.kreislaufstadt.imports;

/**
 * One field of a record as its file has it.
 *
 * @param path where it stands in the record, e.g. {@code Impact & cost / Total costs and costs by CO2e unit}
 * @param text its value; a number as written, null if the file says that there is none
 * @param kind what the file says it is
 */
record SourceField(String path, String text, Kind kind) {

    enum Kind {
        TEXT,
        NUMBER,
        /** True or false. */
        TRUTH,
        NOTHING,
        /** A calculation instead of a value; the text is the calculation. */
        FORMULA
    }

    static SourceField text(String path, String text) {
        return new SourceField(path, text, Kind.TEXT);
    }

    /** @return whether it says nothing */
    boolean isBlank() {
        return text == null || text.isBlank();
    }
}
