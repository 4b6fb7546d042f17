package de.kreislaufstadt.backup;

import de.kreislaufstadt.backup.Catalogue.Shape;
import de.kreislaufstadt.backup.Manifest.Migration;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Makes a database what a backup says. Everything that can be refused is refused before anything changes; what fails afterwards
 * leaves the database as it was.
 */
final class Restore {

    private final Connection connection;
    private final Flyway flyway;
    private final String appRole;
    private final Catalogue catalogue;
    private final JdbcClient jdbc;

    /**
     * @param connection of the role that owns the tables
     * @param flyway with the migrations of this release, for the same database
     * @param appRole role that runs the application
     */
    Restore(Connection connection, Flyway flyway, String appRole) {
        this.connection = connection;
        this.flyway = flyway;
        this.appRole = appRole;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.catalogue = new Catalogue(jdbc);
    }

    /**
     * @param replace whether what is in the database may go
     * @throws BackupRefused if the backup is of a newer release, somebody works here, the database is not empty, or what was
     *     restored is not what was backed up
     */
    void from(BackupFile file, boolean replace) throws SQLException, IOException {
        List<Migration> migrations = file.manifest().migrations();
        requireKnown(migrations, file.manifest().product());
        requireNobodyAtWork();
        Aside aside = new Aside(connection);
        if (jdbc.sql(Aside.UNDER_WAY).query(Boolean.class).single()) {
            aside.back();
        }
        if (catalogue.hasTables() && !replace) {
            throw new BackupRefused("not-empty");
        }
        if (!file.manifest().rights().isEmpty() && !catalogue.hasRole(appRole)) {
            throw new BackupRefused("role", appRole);
        }
        aside.put();
        try {
            build(file);
            requireNobodyAtWork();
        } catch (SQLException | IOException | RuntimeException e) {
            putBack(aside, e);
            throw e;
        }
        aside.drop();
        jdbc.sql("analyze " + catalogue.tables().stream().map(Shape::name).collect(Collectors.joining(", ")))
                .update();
    }

    private static void putBack(Aside aside, Exception failure) {
        try {
            aside.back();
        } catch (SQLException e) {
            // The next call of the command does it, and says what stands in its way.
            failure.addSuppressed(e);
        }
    }

    private void build(BackupFile file) throws SQLException, IOException {
        Manifest manifest = file.manifest();
        Flyway.configure(Restore.class.getClassLoader())
                .configuration(flyway.getConfiguration())
                .target(MigrationVersion.fromVersion(manifest.schemaVersion()))
                // They give rights to the tables of today, which may not be there yet.
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        connection.setAutoCommit(false);
        try {
            new Filling(connection).from(file);
            connection.commit();
        } catch (SQLException | IOException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
        boolean ofToday = flyway.migrate().migrationsExecuted == 0;
        if (ofToday && !catalogue.rightsOf(appRole).equals(manifest.rights())) {
            throw new BackupRefused("rights", appRole);
        }
    }

    /** A newer release may have made of the rows what this one does not understand. */
    private void requireKnown(List<Migration> migrations, String product) {
        List<Migration> known = Arrays.stream(flyway.info().all())
                .filter(info -> info.getVersion() != null && info.getState().isResolved())
                .map(info -> new Migration(info.getVersion().getVersion(), info.getResolvedChecksum()))
                .toList();
        for (Migration migration : migrations) {
            if (known.stream().noneMatch(one -> one.version().equals(migration.version()))) {
                throw new BackupRefused("newer", product, migration.version());
            }
            if (known.stream()
                    .noneMatch(one -> one.version().equals(migration.version())
                            && Objects.equals(one.checksum(), migration.checksum()))) {
                throw new BackupRefused("foreign", migration.version());
            }
        }
    }

    private void requireNobodyAtWork() {
        long sessions = jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                          and (usename = ? and usename <> current_user or application_name = 'kreislaufstadt')
                        """).param(appRole).query(Long.class).single();
        if (sessions > 0) {
            throw new BackupRefused("running", sessions);
        }
    }
}
