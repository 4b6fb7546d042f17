package de.kreislaufstadt.backup;

import de.kreislaufstadt.backup.Catalogue.Reference;
import de.kreislaufstadt.backup.Catalogue.Shape;
import de.kreislaufstadt.backup.Manifest.Sequence;
import de.kreislaufstadt.backup.Manifest.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Fills tables that migrations have just made with the rows of a backup, and reads them again to compare. References are taken
 * away meanwhile, since tables refer to each other in circles, and triggers are silent, since they would do a second time
 * what they did when the rows were new; both are there again before anybody else sees a row.
 */
final class Filling {

    private final Connection connection;
    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    /**
     * @param connection of the role that owns the tables, in a transaction that is rolled back when this fails
     */
    Filling(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.catalogue = new Catalogue(jdbc);
    }

    /**
     * @throws BackupRefused if tables differ from those of the backup, or rows or sequences afterwards
     */
    void from(BackupFile file) throws SQLException, IOException {
        Manifest manifest = file.manifest();
        requireSameTables(manifest);
        List<Reference> references = catalogue.references();
        references.forEach(
                reference -> run("alter table " + reference.table() + " drop constraint " + reference.name()));
        String all = manifest.tables().stream().map(Table::name).collect(Collectors.joining(", "));
        manifest.tables().forEach(table -> run("alter table " + table.name() + " disable trigger user"));
        // Migrations bring rows of their own; those of the backup have met people.
        run("truncate " + all);
        for (Table table : manifest.tables()) {
            try (InputStream rows = file.rows(table)) {
                Rows.copyIn(connection, table.name(), table.columns(), rows);
            }
        }
        manifest.tables().forEach(table -> run("alter table " + table.name() + " enable trigger user"));
        references.forEach(reference -> run("alter table " + reference.table() + " add constraint " + reference.name()
                + " " + reference.definition()));
        manifest.sequences().forEach(this::goesOn);
        compare(manifest);
    }

    private void requireSameTables(Manifest manifest) {
        List<Shape> expected = manifest.tables().stream()
                .map(table -> new Shape(table.name(), table.columns()))
                .toList();
        if (!catalogue.tables().equals(expected)) {
            throw new BackupRefused("tables");
        }
    }

    private void goesOn(Sequence sequence) {
        jdbc.sql("select setval(?::regclass, ?, ?)")
                .params(sequence.name(), sequence.value(), sequence.called())
                .query()
                .singleRow();
    }

    private void compare(Manifest manifest) throws SQLException, IOException {
        for (Table table : manifest.tables()) {
            RowSum sum = Rows.copyOut(connection, table.name(), table.columns(), OutputStream.nullOutputStream());
            if (sum.rows() != table.rows() || !sum.hex().equals(table.sum())) {
                throw new BackupRefused("differs", table.name());
            }
        }
        if (!catalogue.sequences().equals(manifest.sequences())
                || !catalogue.countedTwice().isEmpty()) {
            throw new BackupRefused("sequences");
        }
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
