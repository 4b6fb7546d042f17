package de.kreislaufstadt.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TableSums;
import de.kreislaufstadt.support.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Back to a moment between two backups, with PostgreSQL's own means: a copy of its files, the log since then, and the time. What
 * the handbook tells operators is done here with the product's tables.
 */
@ApplicationTest
class PointInTimeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Office office;

    @Autowired
    private Flyway flyway;

    @TempDir
    private Path folder;

    @Test
    void aDeletionIsUndoneByGoingBackToTheMinuteBeforeAndEverythingBeforeIsThere() throws SQLException, IOException {
        office.as("wfm-sachbearbeitung").proposes();
        Path archive = Files.createDirectory(folder.resolve("archive"));
        Path base = folder.resolve("base");
        Map<String, String> minuteBefore;
        String moment;
        try (ArchivingServer server = ArchivingServer.start(folder.resolve("data"), archive)) {
            JdbcClient jdbc = city(server);
            server.baseBackup(base);
            jdbc.sql("update camunda.act_ru_task set priority_ = priority_ + 1").update();
            minuteBefore = sums(jdbc);
            moment = jdbc.sql("select clock_timestamp()::text")
                    .query(String.class)
                    .single();

            jdbc.sql("delete from kreislaufstadt.measure_contributing").update();

            archived(server);
            assertThat(sums(jdbc)).isNotEqualTo(minuteBefore);
        }

        try (ArchivingServer recovered = ArchivingServer.recover(base, archive, moment)) {
            JdbcClient jdbc = owner(recovered);
            await("end of the recovery")
                    .atMost(PATIENCE)
                    .until(() -> !jdbc.sql("select pg_is_in_recovery()")
                            .query(Boolean.class)
                            .single());
            assertThat(sums(jdbc)).isEqualTo(minuteBefore);
            assertThat(jdbc.sql("update camunda.act_ru_task set priority_ = priority_ + 1")
                            .update())
                    .as("work goes on")
                    .isPositive();
        }
    }

    /** A city with people's rows, as a backup of this one gives it. */
    private JdbcClient city(ArchivingServer server) throws SQLException, IOException {
        JdbcClient superuser = JdbcClient.create(server.server().getPostgresDatabase());
        for (String role : List.of(TestPostgres.OWNER, TestPostgres.APP)) {
            superuser
                    .sql("create role " + role + " login password '" + TestPostgres.PASSWORD + "'")
                    .update();
        }
        superuser
                .sql("create database kreislaufstadt owner " + TestPostgres.OWNER)
                .update();
        Path file = folder.resolve("backup.zip");
        try (Connection from = flyway.getConfiguration().getDataSource().getConnection()) {
            Rows.settle(from);
            from.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            from.setAutoCommit(false);
            new Snapshot(from).write(file, TestPostgres.APP);
        }
        DriverManagerDataSource target = database(server);
        Flyway migrations = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(target)
                .callbacks(new Callback[0])
                .load();
        try (Connection to = target.getConnection();
                BackupFile backup = BackupFile.open(file)) {
            Rows.settle(to);
            new Restore(to, migrations, TestPostgres.APP).from(backup, false);
        }
        return owner(server);
    }

    /** Waits until the log up to now lies where the recovery looks for it. */
    private static void archived(ArchivingServer server) {
        JdbcClient jdbc = JdbcClient.create(server.server().getPostgresDatabase());
        String last = jdbc.sql("select pg_walfile_name(pg_switch_wal())")
                .query(String.class)
                .single();
        await("archived log")
                .atMost(PATIENCE)
                .until(() -> jdbc.sql("select coalesce(last_archived_wal >= ?, false) from pg_stat_archiver")
                        .param(last)
                        .query(Boolean.class)
                        .single());
    }

    private static JdbcClient owner(ArchivingServer server) {
        return JdbcClient.create(database(server));
    }

    private static DriverManagerDataSource database(ArchivingServer server) {
        return new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + server.server().getPort() + "/kreislaufstadt",
                TestPostgres.OWNER,
                TestPostgres.PASSWORD);
    }

    private static Map<String, String> sums(JdbcClient jdbc) {
        return TableSums.of(jdbc, List.of());
    }
}
