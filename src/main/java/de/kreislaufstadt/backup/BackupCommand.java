package de.kreislaufstadt.backup;

import de.kreislaufstadt.form.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedRuntimeException;

/**
 * Backup and restore on the command line: {@code backup write <file or folder>}, {@code backup check <file>} and
 * {@code backup restore [--replace] <file>}. It asks the database with the settings of the application and starts nothing of it.
 */
public final class BackupCommand {

    /** Its first word. */
    public static final String NAME = "backup";

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private static final String REPLACE = "--replace";
    private static final Texts TEXTS = Texts.of("backup");

    private final PrintStream out;
    private final PrintStream err;

    private BackupCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * @param arguments after the word {@code backup}
     * @param out what was done
     * @param err why nothing was
     * @return exit code: 0 done, 1 refused, 2 not understood
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return new BackupCommand(out, err).run(arguments);
    }

    private int run(List<String> arguments) {
        Wish wish = Wish.of(arguments);
        if (wish == null) {
            err.println(TEXTS.german("backup.usage"));
            return NOT_UNDERSTOOD;
        }
        try {
            switch (wish.what()) {
                case "write" -> write(wish.file());
                case "check" -> check(wish.file());
                default -> restore(wish.file(), wish.replace());
            }
            return DONE;
        } catch (BackupRefused refused) {
            err.println(refused.getMessage());
        } catch (SQLException | FlywayException | NestedRuntimeException e) {
            err.println(TEXTS.german("backup.refused.database", reason(e)));
        } catch (IOException e) {
            err.println(TEXTS.german("backup.refused.file", reason(e)));
        }
        return REFUSED;
    }

    /** Into a folder it goes under a name that says when, so that a nightly call needs no other words. */
    private void write(Path target) throws SQLException, IOException {
        try (ConfigurableApplicationContext context = BackupSettings.open();
                Connection connection = BackupSettings.owner(context.getBean(Flyway.class))) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            Snapshot snapshot = new Snapshot(connection);
            Path file = Files.isDirectory(target)
                    ? target.resolve("kreislaufstadt-" + snapshot.takenAt().replaceAll("[-:]", "") + ".backup")
                    : target;
            Manifest manifest = snapshot.write(file, appRole(context));
            connection.rollback();
            out.println(TEXTS.german(
                    "backup.written",
                    file,
                    manifest.tables().size(),
                    manifest.rows(),
                    manifest.schemaVersion(),
                    manifest.takenAt(),
                    Sha256.of(file)));
        }
    }

    private void check(Path file) throws IOException {
        try (BackupFile backup = BackupFile.open(file)) {
            Manifest manifest = backup.manifest();
            out.println(TEXTS.german(
                    "backup.checked",
                    file,
                    manifest.tables().size(),
                    manifest.rows(),
                    manifest.schemaVersion(),
                    manifest.takenAt(),
                    manifest.product()));
        }
    }

    private void restore(Path file, boolean replace) throws SQLException, IOException {
        // Read to its end before the database is asked anything.
        try (BackupFile backup = BackupFile.open(file);
                ConfigurableApplicationContext context = BackupSettings.open();
                Connection connection = BackupSettings.owner(context.getBean(Flyway.class))) {
            new Restore(connection, context.getBean(Flyway.class), appRole(context)).from(backup, replace);
            Manifest manifest = backup.manifest();
            out.println(TEXTS.german(
                    "backup.restored",
                    file,
                    manifest.tables().size(),
                    manifest.rows(),
                    manifest.schemaVersion(),
                    manifest.takenAt()));
        }
    }

    private static String appRole(ConfigurableApplicationContext context) {
        return context.getBean(Flyway.class)
                .getConfiguration()
                .getPlaceholders()
                .get("appRole");
    }

    /** @return the innermost reason, on one line */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private record Wish(String what, Path file, boolean replace) {

        /** @return null if it is not understood */
        static Wish of(List<String> arguments) {
            if (arguments.size() < 2 || !List.of("write", "check", "restore").contains(arguments.get(0))) {
                return null;
            }
            boolean replace = "restore".equals(arguments.get(0)) && arguments.contains(REPLACE);
            List<String> files = arguments.stream()
                    .skip(1)
                    .filter(argument -> !replace || !REPLACE.equals(argument))
                    .toList();
            return files.size() != 1 || files.get(0).isBlank() || files.get(0).startsWith("--")
                    ? null
                    : new Wish(arguments.get(0), Path.of(files.get(0)).toAbsolutePath(), replace);
        }
    }
}
