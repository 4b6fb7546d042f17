package de.kreislaufstadt.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;
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
                        // It dies with the test run: nothing of it is ever restored after a crash.
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("wal_level", "minimal")
                        .setServerConfig("max_wal_senders", "0")
                        .setServerConfig("checkpoint_timeout", "1h")
                        // The log of what is being counted is still there afterwards.
                        .setServerConfig("wal_keep_size", "64MB")
                        .start();
                execute("create role " + OWNER + " login password '" + PASSWORD + "'");
                execute("create role " + APP + " login password '" + PASSWORD + "'");
                execute("grant set on parameter session_replication_role to " + OWNER);
            }
            execute("create database " + name + " owner " + OWNER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
    }

    /**
     * Takes every row of every municipality out of a database that {@link #migratedDatabase()} has given, also out of the log of
     * actions, which refuses that to everybody else. Deleting a few rows is a seventh of the work of truncating all tables.
     */
    public static void emptied(JdbcClient owner) {
        owner.sql("""
                        do $$
                        declare name text;
                        begin
                            -- Neither triggers nor references are asked: nothing stays that they could be about.
                            set local session_replication_role = replica;
                            for name in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                                        where c.relnamespace = 'kreislaufstadt'::regnamespace and c.relkind = 'r'
                                          and (a.attname = 'municipality_id' or c.relname = 'municipality' and a.attname = 'id')
                            loop
                                execute format('delete from kreislaufstadt.%I', name);
                            end loop;
                        end
                        $$
                        """).update();
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
            flyway(url).load().migrate();
        }
        String name = "test_" + DATABASES.incrementAndGet();
        execute("create database " + name + " template " + template + " strategy file_copy owner " + OWNER);
        return ownedBy("jdbc:postgresql://localhost:" + server.getPort() + "/" + name);
    }

    /**
     * A database as an installation of an earlier version has it; {@link #migrateOn} makes it one of today.
     *
     * @param version last migration that has run there, e.g. {@code 336}
     * @return signed in as the owner of the tables
     */
    public static DriverManagerDataSource databaseOf(String version) {
        String url = newDatabase();
        flyway(url).target(version).load().migrate();
        return ownedBy(url);
    }

    /** Runs the migrations that are still to come on a database of an earlier version. */
    public static void migrateOn(DriverManagerDataSource earlier) {
        flyway(earlier.getUrl()).load().migrate();
    }

    /** @return what has run on a database, and what the application of today would run */
    public static MigrationInfoService migrations(DriverManagerDataSource database) {
        return flyway(database.getUrl()).load().info();
    }

    private static DriverManagerDataSource ownedBy(String url) {
        execute("alter role " + OWNER + " in database " + url.substring(url.lastIndexOf('/') + 1) + " " + SCHEMAS);
        return new DriverManagerDataSource(url, OWNER, PASSWORD);
    }

    /** As the application has it in its settings. */
    private static FluentConfiguration flyway(String url) {
        return Flyway.configure()
                .dataSource(url, OWNER, PASSWORD)
                .schemas("kreislaufstadt", "camunda")
                .defaultSchema("kreislaufstadt")
                .createSchemas(true)
                .initSql(SCHEMAS)
                .placeholders(Map.of("appRole", APP))
                .javaMigrations(engineTables());
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

    /** Takes a database away from everybody who uses it, as a failing server does: nobody gets in, and who is in is cut off. */
    public static void takeAway(String url) {
        String name = url.substring(url.lastIndexOf('/') + 1);
        execute("alter database " + name + " with allow_connections false");
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    /** Brings back what was taken away. */
    public static void bringBack(String url) {
        execute("alter database " + url.substring(url.lastIndexOf('/') + 1) + " with allow_connections true");
    }

    /** @return one who may everything, in no database of an application; to be closed */
    static Connection superuser() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    private static void execute(String sql) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
