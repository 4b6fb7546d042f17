package de.kreislaufstadt.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * All rows of a database as a release has left it, in a file: {@code src/test/resources/upgrade/<release>.zip}. The tables come from
 * the migrations, which never change; their checksums are among the rows, so that Flyway finds out if one has.
 *
 * <p>As initializer of a context it starts the application of today on what the previous release has left.
 */
public final class KeptDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The release whose database is kept, and its last migration. */
    public static final String RELEASE = "0.1.0";

    public static final String LAST_MIGRATION = "410";

    private static final String ABOUT = "about.json";

    /** Flyway's own table is the owner's alone. */
    private static final Pattern COUNTED = Pattern.compile(
            "kreislaufstadt\\.(?!flyway_).+|camunda\\.act_hi_.+|camunda\\.act_ru_(task|execution|variable)");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname) as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where n.nspname in ('kreislaufstadt', 'camunda') and c.relkind = 'r'
            group by 1 order by 1
            """;

    private static final String SEQUENCES = """
            select format('%I.%I', schemaname, sequencename) as name, last_value from pg_sequences
            where schemaname in ('kreislaufstadt', 'camunda') and last_value is not null order by 1
            """;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase.use(context, restored().getUrl());
    }

    /** @return what was noted down when the database was kept */
    public static JsonNode about() {
        try {
            return JSON.readTree(entries().get(ABOUT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return a database of the release, signed in as the owner of its tables; nothing of today has touched it */
    public static DriverManagerDataSource restored() {
        DriverManagerDataSource database = TestPostgres.databaseOf(LAST_MIGRATION);
        Map<String, byte[]> entries = entries();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Rows come in the order of the tables' names: references are whole once all of them are there.
            statement.execute("set local session_replication_role = replica");
            statement.execute("truncate " + String.join(", ", tables(connection).keySet()));
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            JsonNode about = JSON.readTree(entries.get(ABOUT));
            for (var table : about.get("tables").properties()) {
                copies.copyIn(
                        "copy " + table.getKey() + " (" + table.getValue().asText() + ") from stdin",
                        new ByteArrayInputStream(entries.get(table.getKey())));
            }
            for (var sequence : about.get("sequences").properties()) {
                statement.execute("select setval('" + sequence.getKey() + "', "
                        + sequence.getValue().asLong() + ")");
            }
            connection.commit();
            return database;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Keeps the rows of a database.
     *
     * @param about what a test has to know of them
     */
    public static void keep(String url, Path file, ObjectNode about) {
        DriverManagerDataSource database = new DriverManagerDataSource(url, TestPostgres.OWNER, TestPostgres.PASSWORD);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            ObjectNode kept = about.putObject("tables");
            for (var table : tables(connection).entrySet()) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                copies.copyOut("copy " + table.getKey() + " (" + table.getValue() + ") to stdout", rows);
                if (rows.size() > 0) {
                    kept.put(table.getKey(), table.getValue());
                    write(zip, table.getKey(), rows.toByteArray());
                }
            }
            ObjectNode sequences = about.putObject("sequences");
            try (ResultSet found = statement.executeQuery(SEQUENCES)) {
                while (found.next()) {
                    sequences.put(found.getString(1), found.getLong(2));
                }
            }
            write(zip, ABOUT, about.toPrettyString().getBytes(StandardCharsets.UTF_8));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
    }

    private static Map<String, byte[]> entries() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (InputStream file = KeptDatabase.class.getResourceAsStream("/upgrade/" + RELEASE + ".zip");
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** @return columns by table, but those that the database computes */
    private static Map<String, String> tables(Connection connection) throws SQLException {
        Map<String, String> tables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(TABLES)) {
            while (found.next()) {
                tables.put(found.getString(1), found.getString(2));
            }
        }
        return tables;
    }

    /** @return all measures of the file by number, with the steps each has done; see who makes the file */
    public static Map<String, Integer> measures() {
        Map<String, Integer> measures = new LinkedHashMap<>();
        about().get("measures")
                .properties()
                .forEach(one -> measures.put(one.getKey(), one.getValue().asInt()));
        return measures;
    }

    /** @return numbers of measures that are aside of the way, by what they are */
    public static Map<String, String> aside() {
        Map<String, String> measures = new LinkedHashMap<>();
        about().get("aside")
                .properties()
                .forEach(one -> measures.put(one.getKey(), one.getValue().asText()));
        return measures;
    }

    /** @return keys of the reporting rounds of the file, with the state of each */
    public static Map<String, String> rounds() {
        Map<String, String> rounds = new LinkedHashMap<>();
        about().get("rounds")
                .properties()
                .forEach(one -> rounds.put(one.getKey(), one.getValue().asText()));
        return rounds;
    }

    /** @return what people saw of each measure, by number */
    public static Map<String, JsonNode> read() {
        Map<String, JsonNode> read = new LinkedHashMap<>();
        about().get("read").properties().forEach(one -> read.put(one.getKey(), one.getValue()));
        return read;
    }

    /** @return how many rows each of our tables has, and of the engine's those that say what runs and what has been */
    public static Map<String, Integer> rows() {
        Map<String, Integer> rows = new LinkedHashMap<>();
        entries().forEach((table, content) -> {
            if (COUNTED.matcher(table).matches()) {
                rows.put(table, (int)
                        new String(content, StandardCharsets.UTF_8).lines().count());
            }
        });
        return rows;
    }
}
