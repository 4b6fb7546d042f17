package de.kreislaufstadt.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One real PostgreSQL for the whole test run, with a database of its own for every application context. As in production
 * one role owns and migrates, another one runs.
 */
public final class TestPostgres {

    public static final String OWNER = "kreislaufstadt_owner";
    public static final String APP = "kreislaufstadt_app";

    /** Roles live as long as the test run, on loopback. */
    public static final String PASSWORD = "only-for-this-test-run";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String SCHEMAS = "set search_path to kreislaufstadt, camunda";
    private static EmbeddedPostgres server;
    private static String template;

    private TestPostgres() {}

    /** @return JDBC address of a new, empty database */
    public static synchronized String newDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "off")
                        .start();
                execute("create role " + OWNER + " login password '" + PASSWORD + "'");
                execute("create role " + APP + " login password '" + PASSWORD + "'");
            }
            execute("create database " + name + " owner " + OWNER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
    }

    /**
     * Takes every row of every municipality out of a database that {@link #migratedDatabase()} has given. The log of actions
     * refuses that; its owner may keep its triggers from it.
     */
    public static void emptied(JdbcClient owner) {
        List<String> log = List.of("audit_entry", "audit_value", "audit_head");
        String statement = "alter table %s %s trigger append_only_whole;";
        owner.sql(log.stream()
                                .map(table -> statement.formatted(table, "disable"))
                                .collect(Collectors.joining())
                        + "truncate municipality cascade;"
                        + log.stream()
                                .map(table -> statement.formatted(table, "enable"))
                                .collect(Collectors.joining()))
                .update();
    }

    /**
     * A database with all tables of the application and the engine, and no rows; the migrations run once for all of them.
     *
     * @return signed in as the owner of the tables
     */
    public static synchronized DataSource migratedDatabase() {
        if (template == null) {
            String url = newDatabase();
            template = url.substring(url.lastIndexOf('/') + 1);
            Flyway.configure()
                    .dataSource(url, OWNER, PASSWORD)
                    .schemas("kreislaufstadt", "camunda")
                    .defaultSchema("kreislaufstadt")
                    .createSchemas(true)
                    .initSql(SCHEMAS)
                    .placeholders(Map.of("appRole", APP))
                    .javaMigrations(engineTables())
                    .load()
                    .migrate();
        }
        String name = "test_" + DATABASES.incrementAndGet();
        execute("create database " + name + " template " + template + " owner " + OWNER);
        execute("alter role " + OWNER + " in database " + name + " " + SCHEMAS);
        return new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + server.getPort() + "/" + name, OWNER, PASSWORD);
    }

    /** The application finds it as a bean. */
    private static JavaMigration engineTables() {
        try {
            Constructor<?> migration = Class.forName("de.kreislaufstadt.process.engine.V001__Engine_tables")
                    .getDeclaredConstructor();
            migration.setAccessible(true);
            return (JavaMigration) migration.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does what only the owner of the tables may. */
    public static void asOwner(String database, String sql) {
        try (Connection connection = server.getDatabase(OWNER, database, Map.of("password", PASSWORD))
                        .getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
