package de.kreislaufstadt.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.kreislaufstadt.start.StartRefused;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DemoDatabaseTest {

    @TempDir
    private Path folder;

    @Test
    void theDatabaseKeepsItsRowsAndAsksForPasswords() throws IOException {
        try (DemoDirectory directory = DemoDirectory.lock(folder)) {
            DemoSecrets secrets = DemoSecrets.in(directory, "");
            try (DemoDatabase database = DemoDatabase.start(directory, secrets)) {
                owner(database, secrets).sql("create schema kept").update();
                assertThatExceptionOfType(DataAccessException.class)
                        .isThrownBy(() ->
                                app(database, secrets).sql("create schema own").update());
                assertThatExceptionOfType(DataAccessException.class)
                        .isThrownBy(() -> connect(database, "postgres", "wrong")
                                .sql("select 1")
                                .query()
                                .listOfRows());
            }
            DemoSecrets again = DemoSecrets.in(directory, "");
            try (DemoDatabase database = DemoDatabase.start(directory, again)) {
                assertThat(schemas(owner(database, again))).isOne();
            }
            assertThat(folder.resolve("initial-password")).doesNotExist();
        }
    }

    @Test
    void afterAKilledProgramTheNextStartTakesOver() throws IOException, InterruptedException {
        Process killed = program();
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(folder.resolve(HeldDatabase.READY)));
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> DemoDirectory.lock(folder))
                    .withMessageContaining("(Prozess " + killed.pid() + ")");
        } finally {
            killed.destroyForcibly();
        }
        assertThat(killed.waitFor(1, TimeUnit.MINUTES)).isTrue();
        ProcessHandle leftOver = ProcessHandle.of(postmaster()).orElseThrow();
        assertThat(leftOver.isAlive()).isTrue();
        try (DemoDirectory directory = DemoDirectory.lock(folder)) {
            DemoSecrets secrets = DemoSecrets.in(directory, "");
            try (DemoDatabase database = DemoDatabase.start(directory, secrets)) {
                assertThat(leftOver.isAlive()).isFalse();
                assertThat(schemas(owner(database, secrets))).isOne();
            }
        }
    }

    @Test
    void aStaleNoteOfAProcessThatIsNotPostgresHarmsNobody() throws IOException {
        try (DemoDirectory directory = DemoDirectory.lock(folder)) {
            DemoSecrets secrets = DemoSecrets.in(directory, "");
            DemoDatabase.start(directory, secrets).close();
            long self = ProcessHandle.current().pid();
            Files.writeString(
                    folder.resolve("postgres/postmaster.pid"),
                    "%d%n%s%n%d%n".formatted(self, folder.resolve("postgres"), System.currentTimeMillis() / 1000));
            try (DemoDatabase database = DemoDatabase.start(directory, secrets)) {
                assertThat(database.jdbcUrl()).startsWith("jdbc:postgresql://localhost:");
            }
        }
    }

    private Process program() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-cp", classPath, HeldDatabase.class.getName(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "program.log"))
                .start();
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }

    static JdbcClient owner(DemoDatabase database, DemoSecrets secrets) {
        return connect(database, DemoDatabase.OWNER, secrets.owner());
    }

    private static JdbcClient app(DemoDatabase database, DemoSecrets secrets) {
        return connect(database, DemoDatabase.APP, secrets.app());
    }

    private static JdbcClient connect(DemoDatabase database, String user, String password) {
        return JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), user, password));
    }

    private static long schemas(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from pg_namespace where nspname = 'kept'")
                .query(Long.class)
                .single();
    }
}
