package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts what a use case makes PostgreSQL do: statements it executes (each of a batch counts), transactions that end, bytes of
 * write-ahead log. PostgreSQL writes every statement down itself, so that all candidates are counted alike; what a candidate also asks
 * while nobody uses it is left out.
 */
final class StatementLog implements AutoCloseable {

    /**
     * @param engine those of the statements that name a table of the engine, also ours that do
     * @param walBytes of the whole server, on which nobody else works meanwhile
     */
    record Cost(int statements, int engine, int commits, long walBytes) {}

    /** Tables of the engine, whosever it is, are named like that. */
    private static final String ENGINE = "act_";

    private static final Duration IDLE = Duration.ofSeconds(12);
    private static final Pattern STATEMENT = Pattern.compile("(?s)(?:execute [^:]*|statement): (.*)");
    private static final Pattern MARK = Pattern.compile("select 'bench (begin|end)'.*");
    private static final String FILE = "statements.json";
    private static final String END = "select 'bench end'";
    private static final int MOST_LOOKS = 500;
    private static final List<String> SETTINGS =
            List.of("log_statement = 'all'", "full_page_writes = off", "autovacuum = off");

    private final JdbcTemplate superuser;
    private final Database database;
    private final Set<String> idle;
    private long read;

    private StatementLog(JdbcTemplate superuser, Database database, Set<String> idle) {
        this.superuser = superuser;
        this.database = database;
        this.idle = idle;
    }

    /** Listens first to what the candidate asks by itself: nobody may use it meanwhile. */
    static StatementLog of(JdbcTemplate superuser, Database database) throws InterruptedException, IOException {
        SETTINGS.forEach(setting -> superuser.execute("alter system set " + setting));
        superuser.execute("select pg_reload_conf()");
        StatementLog log = new StatementLog(superuser, database, new HashSet<>());
        log.read = Files.size(Database.log().resolve(FILE));
        log.mark("begin");
        TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
        log.mark("end");
        log.last().forEach(entry -> log.idle.add(entry.sql()));
        return log;
    }

    private void mark(String what) {
        superuser.queryForObject("select 'bench " + what + "'", String.class);
    }

    private long position() {
        return superuser.queryForObject("select pg_current_wal_insert_lsn() - '0/0'", Long.class);
    }

    /** @throws IllegalStateException if PostgreSQL has not written down when it began */
    Cost count(Runnable work) throws IOException {
        mark("begin");
        long before = position();
        work.run();
        long after = position();
        mark("end");
        return cost(last(), after - before);
    }

    private Cost cost(List<Entry> entries, long bytes) {
        int statements = 0;
        int engine = 0;
        int commits = 0;
        Map<String, Boolean> transactions = new HashMap<>();
        for (Entry entry : entries) {
            String sql = entry.sql();
            if (sql.startsWith("BEGIN")) {
                transactions.put(entry.session(), false);
            } else if (sql.startsWith("COMMIT") || sql.startsWith("ROLLBACK")) {
                commits += Boolean.TRUE.equals(transactions.remove(entry.session())) ? 1 : 0;
            } else if (!idle.contains(sql)) {
                statements++;
                engine += sql.toLowerCase(Locale.ROOT).contains(ENGINE) ? 1 : 0;
                if (transactions.computeIfPresent(entry.session(), (session, used) -> true) == null) {
                    commits++;
                }
            }
        }
        return new Cost(statements, engine, commits, bytes);
    }

    private record Entry(String session, String sql) {}

    /** What came between the last two marks. */
    private List<Entry> last() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Entry> entries = new ArrayList<>();
        boolean listening = false;
        for (String line : lines()) {
            JsonNode entry = json.readTree(line);
            Matcher statement = STATEMENT.matcher(entry.path("message").asText());
            if (!statement.matches()) {
                continue;
            }
            Matcher mark = MARK.matcher(statement.group(1));
            if (mark.matches()) {
                listening = mark.group(1).equals("begin");
                if (listening) {
                    entries.clear();
                }
            } else if (listening && entry.path("dbname").asText().equals(database.name())) {
                entries.add(new Entry(entry.path("session_id").asText(), statement.group(1)));
            }
        }
        if (listening) {
            throw new IllegalStateException("The log of statements has no end yet, see " + Database.log());
        }
        return entries;
    }

    /** What has been written since the last time; the collector writes a little later than the statement is answered. */
    private List<String> lines() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        for (int attempt = 0; attempt < MOST_LOOKS; attempt++) {
            try (RandomAccessFile file =
                    new RandomAccessFile(Database.log().resolve(FILE).toFile(), "r")) {
                file.seek(read);
                byte[] more = new byte[(int) (file.length() - read)];
                file.readFully(more);
                read += more.length;
                written.writeBytes(more);
            }
            String text = written.toString(StandardCharsets.UTF_8);
            int end = text.lastIndexOf(END);
            if (end >= 0 && text.indexOf('\n', end) >= 0) {
                return text.lines().filter(line -> line.endsWith("}")).toList();
            }
            pause();
        }
        throw new IllegalStateException("PostgreSQL does not write down its statements, see " + Database.log());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        superuser.execute("alter system reset log_statement");
        superuser.execute("alter system reset full_page_writes");
        superuser.execute("alter system reset autovacuum");
        superuser.execute("select pg_reload_conf()");
    }
}
