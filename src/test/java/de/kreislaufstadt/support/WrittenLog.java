package de.kreislaufstadt.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What PostgreSQL writes into its log, read record by record: only what changes a row or makes an entry of an index in one database.
 * The rest depends on how full pages happen to be, on who has written before, and on ids that are drawn by lot: pages that split,
 * are cleaned or begun, and what the server does by itself.
 */
final class WrittenLog {

    /** Log of a split is half a page; for the entry that has made it necessary counts what an entry usually takes. */
    private static final int ENTRY_BYTES = 80;

    /** Files below belong to PostgreSQL's own tables. */
    private static final int FIRST_OF_OURS = 16_384;

    private static final String BYTES = """
            with touched as (
                select resource_manager as manager, record_type as type, record_length - fpi_length as length,
                       regexp_match(block_ref, 'rel \\d+/(\\d+)/(\\d+)') as file
                from pg_get_wal_records_info('0/0'::pg_lsn + cast(? as numeric), ?::pg_lsn))
            select coalesce(sum(case when type like 'SPLIT%' then cast(? as int) else length end), 0) from touched
            where file[1] = (select oid::text from pg_database where datname = ?) and cast(file[2] as bigint) >= ?
              and (manager = 'Heap' and type ~ '^(INSERT|UPDATE|HOT_UPDATE|DELETE|LOCK)'
                   or manager = 'Heap2' and type like 'MULTI_INSERT%'
                   or manager = 'Btree' and type ~ '^(INSERT_LEAF|INSERT_POST|SPLIT)'
                   or manager = 'Gin' and type in ('INSERT', 'UPDATE_META_PAGE'))
            """;

    private WrittenLog() {}

    /** @return where the log of the whole server ends now, in bytes */
    static long position() {
        try (Connection connection = TestPostgres.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_current_wal_insert_lsn() - '0/0'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param database its name
     * @param begin an earlier {@link #position}
     * @return bytes about rows and entries of indexes of this database since then
     */
    static long bytes(String database, long begin) {
        try (Connection connection = TestPostgres.superuser();
                Statement statement = connection.createStatement();
                PreparedStatement question = connection.prepareStatement(BYTES)) {
            statement.execute("create extension if not exists pg_walinspect");
            String end = end(statement);
            // Only what has reached the disk can be read.
            statement.execute("select pg_logical_emit_message(false, 'budget', '', true)");
            question.setLong(1, begin);
            question.setString(2, end);
            question.setInt(3, ENTRY_BYTES);
            question.setString(4, database);
            question.setLong(5, FIRST_OF_OURS);
            try (ResultSet row = question.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String end(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_current_wal_insert_lsn()")) {
            row.next();
            return row.getString(1);
        }
    }
}
