package de.kreislaufstadt.retention;

import de.kreislaufstadt.support.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Everything in all schemas, as PostgreSQL would dump it, with what is hidden behind an encoding laid open. */
final class WholeDatabase {

    private static final Pattern BYTES = Pattern.compile("\\\\\\\\x((?:[0-9a-f]{2}){4,})");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");
    private static final Pattern ESCAPED = Pattern.compile("\\\\+u([0-9a-fA-F]{4})");

    private final DataSource database;

    /** @param url of the database, which is read as its owner: the application may not look into everything */
    WholeDatabase(String url) {
        this.database = new DriverManagerDataSource(url, TestPostgres.OWNER, TestPostgres.PASSWORD);
    }

    /** @return the tables in which any of the traces stands, in whatever letters, sorted */
    Set<String> tablesWith(List<String> traces) {
        Set<String> found = new TreeSet<>();
        for (String table : tables()) {
            if (holds(dump(table), traces)) {
                found.add(table.replaceFirst("^(kreislaufstadt|camunda)\\.", ""));
            }
        }
        if (holds(largeObjects(), traces)) {
            found.add("pg_largeobject");
        }
        return found;
    }

    /** @return whether the text holds a trace, as it stands or encoded */
    static boolean holds(String text, List<String> traces) {
        StringBuilder open = new StringBuilder(text);
        BYTES.matcher(text)
                .results()
                .map(WholeDatabase::bytes)
                .forEach(one -> open.append('\n').append(one).append('\n').append(base64(one)));
        open.append('\n').append(base64(text));
        String all = ESCAPED.matcher(open)
                .replaceAll(escape -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
                .toLowerCase(Locale.ROOT);
        return traces.stream().anyMatch(trace -> all.contains(trace.toLowerCase(Locale.ROOT)));
    }

    private static String bytes(MatchResult hex) {
        return new String(HexFormat.of().parseHex(hex.group(1)), StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        StringBuilder decoded = new StringBuilder();
        BASE64.matcher(text).results().forEach(run -> {
            try {
                String plain = run.group().replace('-', '+').replace('_', '/').replace("=", "");
                decoded.append(new String(
                                Base64.getDecoder().decode(plain.substring(0, plain.length() - plain.length() % 4)),
                                StandardCharsets.UTF_8))
                        .append('\n');
            } catch (IllegalArgumentException e) {
                decoded.append('\n');
            }
        });
        return decoded.toString();
    }

    List<String> tables() {
        return JdbcClient.create(database).sql("""
                        select format('%I.%I', table_schema, table_name) from information_schema.tables
                        where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE' order by 1
                        """).query(String.class).list();
    }

    /** What a dump holds beside tables. */
    private String largeObjects() {
        return String.join(
                "\n",
                JdbcClient.create(database)
                        .sql("select '\\\\x' || encode(lo_get(oid), 'hex') from pg_largeobject_metadata")
                        .query(String.class)
                        .list());
    }

    private String dump(String table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Connection connection = database.getConnection()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            copy.copyOut("COPY " + table + " TO STDOUT", out);
        } catch (SQLException e) {
            throw new IllegalStateException(table, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
