package de.kreislaufstadt.backup;

import java.util.List;

/**
 * What is in a backup, and what has to be in a database that it was restored to.
 *
 * @param format {@link #FORMAT}; another number is of a release that writes backups in another way
 * @param product release that wrote it
 * @param takenAt the database's clock at the moment whose rows these are, ISO 8601 in UTC
 * @param migrations the migrations that had made the tables, in their order
 * @param tables all tables of the application and of the engine, but for the list of migrations
 * @param sequences where counting goes on
 * @param rights what the role that runs the application may do, as one sum; empty where one role does everything
 */
record Manifest(
        int format,
        String product,
        String takenAt,
        List<Migration> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        String rights) {

    /** How this release writes backups. */
    static final int FORMAT = 1;

    /**
     * @param version e.g. {@code 410}
     * @param checksum of the script; null for those that are programs
     */
    record Migration(String version, Integer checksum) {}

    /**
     * @param name with schema, e.g. {@code kreislaufstadt.measure}
     * @param columns those that hold something of their own, in the order of the rows
     * @param rows how many
     * @param sum {@link RowSum} of the rows
     * @param sha256 of the part of the file
     */
    record Table(String name, List<String> columns, long rows, String sum, String sha256) {}

    /**
     * @param name with schema
     * @param value last value
     * @param called whether the last value has been given out
     */
    record Sequence(String name, long value, boolean called) {}

    /** @return the last migration, which names the state of the tables */
    String schemaVersion() {
        return migrations.get(migrations.size() - 1).version();
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
