package de.kreislaufstadt.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.start.StartRefused;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TableSums;
import de.kreislaufstadt.support.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What is written beside people at work is what was there at one moment, and is there again after it was restored. */
@ApplicationTest
class BackupTest {

    /** The list of migrations is made anew, with the moment of its making. */
    private static final List<String> NOT_BACKED_UP = List.of("flyway_schema_history");

    @Autowired
    private Office office;

    @Autowired
    private Flyway flyway;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void somethingIsThere() {
        file = folder.resolve("backup.zip");
        office.as("wfm-sachbearbeitung").proposes();
    }

    @Test
    void everyTableIsThatOfTheMomentAlthoughPeopleGoOn() throws SQLException, IOException {
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch atWork = new CountDownLatch(1);
        ExecutorService people = Executors.newSingleThreadExecutor();
        try {
            Map<String, String> then;
            Manifest manifest;
            try (Connection connection = snapshot()) {
                then = sums(connection);
                Future<?> work = people.submit(() -> {
                    while (!enough.get()) {
                        office.as("wfm-sachbearbeitung").proposes();
                        atWork.countDown();
                    }
                });
                await(atWork);
                manifest = new Snapshot(connection).write(file, TestPostgres.APP);
                enough.set(true);
                assertThatCode(work::get).doesNotThrowAnyException();
            }
            assertThat(sums()).as("rows of today").isNotEqualTo(then);

            String url = TestPostgres.newDatabase();
            restore(url, file, false);

            assertThat(sums(owner(url))).isEqualTo(then);
            assertThat(manifest.rows()).isGreaterThan(1000);
        } finally {
            enough.set(true);
            people.shutdownNow();
        }
    }

    @Test
    void aRestoredDatabaseGoesOnCountingAndGivesTheApplicationWhatItMayAndNoMore() throws SQLException, IOException {
        written();
        String url = TestPostgres.newDatabase();

        restore(url, file, false);

        JdbcClient application =
                JdbcClient.create(new DriverManagerDataSource(url, TestPostgres.APP, TestPostgres.PASSWORD));
        assertThat(application
                        .sql("select count(*) from kreislaufstadt.measure")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> application
                        .sql("delete from kreislaufstadt.audit_entry")
                        .update());
        assertThat(new Catalogue(JdbcClient.create(owner(url))).countedTwice()).isEmpty();
        assertThatCode(() -> today(url).migrate()).as("a start on it").doesNotThrowAnyException();
    }

    @Test
    void onlyWhoWritesItMayReadIt() throws SQLException, IOException {
        written();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThatExceptionOfType(BackupRefused.class).isThrownBy(this::written).withMessageContaining("gibt es schon");
    }

    @Test
    void nothingIsRestoredOverARunningApplication() throws SQLException, IOException {
        written();
        Map<String, String> before = sums();

        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> restore(address(), file, true))
                .withMessageContaining("Die Anwendung läuft")
                .matches(refused -> refused.getMessage().lines().count() == 1);
        assertThat(sums()).isEqualTo(before);
    }

    @Test
    void whatIsInADatabaseGoesOnlyWhenToldSo() throws SQLException, IOException {
        written();
        String url = TestPostgres.newDatabase();
        restore(url, file, false);
        Map<String, String> backedUp = sums(owner(url));
        JdbcClient.create(owner(url))
                .sql("delete from kreislaufstadt.measure_contributing")
                .update();
        Map<String, String> changed = sums(owner(url));

        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> restore(url, file, false))
                .withMessageContaining("--replace");
        assertThat(sums(owner(url))).isEqualTo(changed);

        restore(url, file, true);
        assertThat(sums(owner(url))).isEqualTo(backedUp);
    }

    @Test
    void whatDiffersAfterwardsIsTakenBack() throws SQLException, IOException {
        written();
        String url = TestPostgres.newDatabase();
        restore(url, file, false);
        Map<String, String> before = sums(owner(url));
        Path wrong = AlteredBackup.of(
                file,
                manifest ->
                        AlteredBackup.table(manifest, "kreislaufstadt.measure").put("sum", "0".repeat(64)));

        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> restore(url, wrong, true))
                .withMessageContainingAll("kreislaufstadt.measure", "alles ist wieder, wie es war");
        assertThat(sums(owner(url))).isEqualTo(before);
    }

    @Test
    void aDamagedFileIsRefused() throws SQLException, IOException {
        written();
        byte[] content = Files.readAllBytes(file);
        for (int position : List.of(content.length / 4, content.length / 2, content.length - 100)) {
            byte[] damaged = content.clone();
            damaged[position] ^= 1;
            refuses(damaged, "beschädigt");
        }
        refuses(Arrays.copyOf(content, content.length / 2), "beschädigt");
        refuses("no backup".getBytes(StandardCharsets.UTF_8), "beschädigt");
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> BackupFile.open(folder.resolve("missing")))
                .withMessageContaining("gibt es nicht");
    }

    @Test
    void aBackupOfALaterReleaseOrOfAnotherBuildIsRefused() throws SQLException, IOException {
        written();
        String url = TestPostgres.newDatabase();
        Path later = AlteredBackup.of(
                file,
                manifest -> manifest.withArray("migrations")
                        .addObject()
                        .put("version", "99999")
                        .put("checksum", 1));
        Path foreign =
                AlteredBackup.of(file, manifest -> ((ObjectNode) manifest.at("/migrations/1")).put("checksum", 1));
        Path newFormat =
                AlteredBackup.of(file, manifest -> manifest.put("format", 2).put("product", "9.0"));

        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> restore(url, later, false))
                .withMessageContainingAll("neueren Version", "99999");
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> restore(url, foreign, false))
                .withMessageContaining("anderen Programmstand");
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> restore(url, newFormat, false))
                .withMessageContaining("9.0");
        assertThat(new Catalogue(JdbcClient.create(owner(url))).hasTables()).isFalse();
    }

    @Test
    void anInterruptedRestoreKeepsTheApplicationFromStartingAndIsTakenBackByTheNext() throws SQLException, IOException {
        written();
        String url = TestPostgres.newDatabase();
        restore(url, file, false);
        Map<String, String> before = sums(owner(url));
        try (Connection connection = owner(url).getConnection()) {
            new Aside(connection).put();
        }

        assertThatExceptionOfType(FlywayException.class)
                .isThrownBy(() -> today(url).migrate())
                .havingRootCause()
                .isInstanceOf(StartRefused.class)
                .withMessageContaining("backup restore");
        assertThatExceptionOfType(BackupRefused.class).isThrownBy(() -> restore(url, file, false));

        assertThat(sums(owner(url))).isEqualTo(before);
        assertThatCode(() -> today(url).migrate()).doesNotThrowAnyException();
    }

    private void refuses(byte[] content, String reason) throws IOException {
        Path damaged = Files.write(folder.resolve("damaged"), content);
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> BackupFile.open(damaged).close())
                .withMessageContaining(reason);
    }

    private void written() throws SQLException, IOException {
        try (Connection connection = snapshot()) {
            new Snapshot(connection).write(file, TestPostgres.APP);
        }
    }

    /** @return what was committed until now, from its first query on */
    private Connection snapshot() throws SQLException {
        Connection connection = owner(address()).getConnection();
        Rows.settle(connection);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    private void restore(String url, Path from, boolean replace) throws SQLException, IOException {
        Flyway migrations = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(url, TestPostgres.OWNER, TestPostgres.PASSWORD)
                // The command knows no beans but migrations.
                .callbacks(new Callback[0])
                .load();
        try (Connection connection = owner(url).getConnection();
                BackupFile backup = BackupFile.open(from)) {
            Rows.settle(connection);
            new Restore(connection, migrations, TestPostgres.APP).from(backup, replace);
        }
    }

    /** @return the migrations as the application runs them when it starts */
    private Flyway today(String url) {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(url, TestPostgres.OWNER, TestPostgres.PASSWORD)
                .load();
    }

    private String address() {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            return connection.getMetaData().getURL();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DriverManagerDataSource owner(String url) {
        return new DriverManagerDataSource(url, TestPostgres.OWNER, TestPostgres.PASSWORD);
    }

    private Map<String, String> sums() {
        return sums(owner(address()));
    }

    private static Map<String, String> sums(DriverManagerDataSource database) {
        return TableSums.of(JdbcClient.create(database), NOT_BACKED_UP);
    }

    private static Map<String, String> sums(Connection connection) {
        return TableSums.of(JdbcClient.create(new SingleConnectionDataSource(connection, true)), NOT_BACKED_UP);
    }

    private static void await(CountDownLatch latch) {
        Awaitility.await("people at work").until(() -> latch.getCount() == 0);
    }
}
