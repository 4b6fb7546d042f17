package de.kreislaufstadt.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes it short to bring millions of rows into a database: the server writes down what changed and little more, and indexes are
 * built once, afterwards. Nothing of this is left when pages are measured.
 */
final class Filling {

    private static final int TOGETHER = 2;

    /** Settings of the server that go back to what they were. */
    private static final List<String> SETTINGS =
            List.of("full_page_writes = off", "autovacuum = off", "max_wal_size = '8GB'", "checkpoint_timeout = '1h'");

    private final JdbcTemplate superuser;
    private final Database database;
    private final List<String> indexes;

    private Filling(JdbcTemplate superuser, Database database, List<String> indexes) {
        this.superuser = superuser;
        this.database = database;
        this.indexes = indexes;
    }

    /** @param tables that get rows: they lose the indexes that no constraint needs, until {@link #end} */
    static Filling begin(JdbcTemplate superuser, Database database, List<String> tables) {
        SETTINGS.forEach(setting -> superuser.execute("alter system set " + setting));
        superuser.execute("select pg_reload_conf()");
        JdbcTemplate sql = database.sql();
        String which = "where schemaname in (?, 'kreislaufstadt') and tablename = any (?)"
                + " and not exists (select from pg_constraint c where c.conname = i.indexname)";
        Object[] asked = {database.schema(), tables.toArray(String[]::new)};
        List<String> indexes = sql.queryForList("select indexdef from pg_indexes i " + which, String.class, asked);
        sql.queryForList(
                        "select format('drop index %I.%I', schemaname, indexname) from pg_indexes i " + which,
                        String.class,
                        asked)
                .forEach(sql::execute);
        return new Filling(superuser, database, indexes);
    }

    /** Two at a time; the first that fails stops the run once the others are through. */
    static void together(Stream<Runnable> parts) {
        ExecutorService threads = Executors.newFixedThreadPool(TOGETHER);
        try {
            CompletableFuture.allOf(parts.map(part -> CompletableFuture.runAsync(part, threads))
                            .toArray(CompletableFuture[]::new))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    /**
     * Builds the indexes, and has the server write down everything as safely as before.
     *
     * @param beside what can be done meanwhile, since it reads only, or writes into other tables
     */
    void end(Runnable beside) {
        JdbcTemplate sql = database.sql();
        together(Stream.concat(Stream.of(beside), indexes.stream().map(index ->
                (Runnable) () -> sql.execute("set maintenance_work_mem = '512MB'; " + index))));
        sql.execute("analyze");
        superuser.execute("alter system reset all");
        superuser.execute("select pg_reload_conf()");
        superuser.execute("checkpoint");
    }
}
