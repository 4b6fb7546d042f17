package de.kreislaufstadt.demo;

import de.kreislaufstadt.start.StartRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A PostgreSQL of its own below the demo's directory, set up as production asks for it: one role owns and migrates, another
 * one runs, everybody needs a password.
 */
final class DemoDatabase implements AutoCloseable {

    static final String OWNER = "kreislaufstadt_owner";
    static final String APP = "kreislaufstadt_app";
    private static final String DATABASE = "kreislaufstadt";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private DemoDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** @throws StartRefused if it does not start */
    static DemoDatabase start(DemoDirectory directory, DemoSecrets secrets) {
        Path data = directory.database();
        Path passwordFile = directory.path().resolve("initial-password");
        try {
            LeftOverPostgres.stop(data);
            directory.writePrivately(passwordFile.getFileName().toString(), secrets.postgres());
            EmbeddedPostgres server = server(directory.path(), data, passwordFile, secrets);
            createRolesAndDatabase(new JdbcTemplate(server.getPostgresDatabase()), secrets);
            return new DemoDatabase(server);
        } catch (IOException | IllegalStateException e) {
            throw new StartRefused(
                    "Die Datenbank der Demo startet nicht, siehe "
                            + directory.path().resolve("postgres.log") + ": " + e.getMessage(),
                    e);
        } finally {
            delete(passwordFile);
        }
    }

    private static EmbeddedPostgres server(Path directory, Path data, Path passwordFile, DemoSecrets secrets)
            throws IOException {
        Redirect log = Redirect.appendTo(directory.resolve("postgres.log").toFile());
        return EmbeddedPostgres.builder()
                // Not below /tmp, where another user's copy or the system's cleaning could be in the way.
                .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                // Every pair becomes an option of initdb, after the "trust" that the library sets: the last one counts.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setConnectConfig("password", secrets.postgres())
                // The library runs databases that are thrown away; this one is kept.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60")
                .start();
    }

    private static void createRolesAndDatabase(JdbcTemplate jdbc, DemoSecrets secrets) {
        createRole(jdbc, OWNER, secrets.owner());
        createRole(jdbc, APP, secrets.app());
        if (jdbc.queryForList("select 1 from pg_database where datname = ?", DATABASE)
                .isEmpty()) {
            jdbc.execute("create database " + DATABASE + " owner " + OWNER);
            jdbc.execute("revoke all on database " + DATABASE + " from public");
            jdbc.execute("grant connect on database " + DATABASE + " to " + APP);
        }
    }

    /** The password is made of letters and digits and can stand in a statement that takes no parameters. */
    private static void createRole(JdbcTemplate jdbc, String role, String password) {
        List<?> existing = jdbc.queryForList("select 1 from pg_roles where rolname = ?", role);
        jdbc.execute(
                (existing.isEmpty() ? "create" : "alter") + " role " + role + " login password '" + password + "'");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StartRefused("Nicht löschbar: " + file, e);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
