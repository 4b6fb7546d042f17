package de.kreislaufstadt.imports;

/**
 * How much of a file is read before it is refused.
 *
 * @param bytes size of a file
 * @param unpacked size of everything in a workbook together
 * @param entries number of parts of a workbook
 * @param rows number of records
 * @param columns number of columns of a table, and of fields of a record
 * @param characters length of one field
 */
record Limits(long bytes, long unpacked, int entries, int rows, int columns, int characters) {

    private static final long MEGABYTE = 1024L * 1024;
    private static final int ROWS_OF_A_MEASURE = 5;

    /** Three times what 10,000 full records need. */
    static final Limits USUAL = new Limits(64 * MEGABYTE, 256 * MEGABYTE, 1_000, 10_000, 400, 50_000);

    /** @return number of rows of a table that has several for one measure */
    int listRows() {
        return rows * ROWS_OF_A_MEASURE;
    }
}
