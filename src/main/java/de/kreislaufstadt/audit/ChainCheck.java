package de.kreislaufstadt.audit;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the log of a municipality from its first entry to its last, computes every hash again, and names the first entry
 * that is not as it was written. Rows are streamed: however long the log is, memory stays the same.
 */
@Component
class ChainCheck {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    ChainCheck(DataSource database, PlatformTransactionManager transactions) {
        JdbcTemplate streaming = new JdbcTemplate(database);
        streaming.setFetchSize(AT_ONCE);
        this.jdbc = JdbcClient.create(streaming);
        // Entries and head as they were at one moment, while others append.
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** What is wrong with an entry; each has its words as {@code audit.broken.<constant>}. */
    enum Flaw {
        /** There is none with this number, although there are later ones. */
        MISSING,
        /** Its fields are not those it was written with, or the entry before it is another one. */
        CHANGED,
        /** A value of it is missing. */
        VALUE_MISSING,
        /** A value of it is not the one it was written with. */
        VALUE_CHANGED,
        /** The log ends before it. */
        CUT_OFF,
        /** The head of the log does not know it, or says something else about it. */
        HEAD,
        /** It is not the one that was noted down outside of the database. */
        ANCHOR
    }

    /** @param field field of the value that is wrong; null where it is the entry itself */
    record Broken(long position, Flaw flaw, String field) {}

    /**
     * @param entries number of entries that are as they were written
     * @param erased number of values that have been erased
     * @param hash hash of the last entry in hexadecimal; together with its number it can be noted down as anchor
     * @param broken first entry that is not as it was written; null if all are
     */
    record Result(long entries, long erased, String hash, Broken broken) {}

    /** An entry as it was noted down outside of the database. */
    record Anchor(long position, String hash) {}

    Result verify(String municipality, List<Anchor> anchors) {
        return snapshot.execute(status -> {
            Walk walk = new Walk(municipality, anchors);
            try (Stream<Row> rows = rows(municipality)) {
                Iterator<Row> next = rows.iterator();
                while (walk.broken == null && next.hasNext()) {
                    walk.row(next.next());
                }
            }
            walk.end(head(municipality));
            return walk.result();
        });
    }

    private Stream<Row> rows(String municipality) {
        return jdbc.sql("""
                        select e.*, v.part, v.sort, v.field_key, v.logged, v.salt, v.hash as value_hash
                        from audit_entry e
                        left join audit_value v on v.municipality_id = e.municipality_id and v.position = e.position
                        where e.municipality_id = :municipality order by e.position, v.part
                        """).param("municipality", municipality).query((row, number) -> Row.of(row)).stream();
    }

    private Optional<Anchor> head(String municipality) {
        return jdbc.sql("select position, hash from audit_head where municipality_id = :municipality")
                .param("municipality", municipality)
                .query((row, number) -> new Anchor(row.getLong("position"), hex(row.getBytes("hash"))))
                .optional();
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private record Row(
            LoggedEntry entry, int part, String sort, String field, String logged, byte[] salt, byte[] hash) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    LoggedEntry.of(row),
                    row.getInt("part"),
                    row.getString("sort"),
                    row.getString("field_key"),
                    row.getString("logged"),
                    row.getBytes("salt"),
                    row.getBytes("value_hash"));
        }
    }

    /** The way along the chain. */
    private static final class Walk {

        private final List<Anchor> anchors;
        private final ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        private LoggedEntry entry;
        private byte[] hash;
        private long position;
        private int parts;
        private long erased;
        private Broken broken;

        Walk(String municipality, List<Anchor> anchors) {
            this.anchors = anchors;
            this.hash = Chain.beginning(municipality);
        }

        void row(Row row) {
            if (entry == null || entry.position() != row.entry().position()) {
                finish();
                if (broken != null) {
                    return;
                }
                entry = row.entry();
                if (entry.position() != position + 1) {
                    breaks(position + 1, Flaw.MISSING, null);
                    return;
                }
            }
            if (row.hash() != null) {
                part(row);
            }
        }

        private void part(Row row) {
            parts++;
            hashes.writeBytes(row.hash());
            if (row.part() != parts) {
                breaks(entry.position(), Flaw.VALUE_MISSING, null);
            } else if (row.logged() == null) {
                erased++;
            } else if (!Arrays.equals(row.hash(), Chain.value(row.salt(), row.sort(), row.field(), row.logged()))) {
                breaks(entry.position(), Flaw.VALUE_CHANGED, row.field());
            }
        }

        /** The entry before is whole now. */
        private void finish() {
            if (entry == null || broken != null) {
                return;
            }
            byte[] next = Chain.next(hash, entry);
            if (!Arrays.equals(next, entry.hash())) {
                breaks(entry.position(), Flaw.CHANGED, null);
            } else if (parts != entry.parts()) {
                breaks(entry.position(), Flaw.VALUE_MISSING, null);
            } else if (!Arrays.equals(Chain.sha256(hashes.toByteArray()), entry.partsHash())) {
                breaks(entry.position(), Flaw.VALUE_CHANGED, null);
            } else if (anchors.stream().anyMatch(this::contradicts)) {
                breaks(entry.position(), Flaw.ANCHOR, null);
            }
            if (broken == null) {
                hash = next;
                position = entry.position();
                parts = 0;
                hashes.reset();
            }
        }

        private boolean contradicts(Anchor anchor) {
            return anchor.position() == entry.position() && !anchor.hash().equals(hex(entry.hash()));
        }

        void end(Optional<Anchor> head) {
            finish();
            if (broken != null) {
                return;
            }
            long known = Math.max(
                    head.map(Anchor::position).orElse(0L),
                    anchors.stream().mapToLong(Anchor::position).max().orElse(0));
            if (known > position) {
                breaks(position + 1, Flaw.CUT_OFF, null);
            } else if (position > 0
                    && (head.isEmpty()
                            || head.get().position() != position
                            || !head.get().hash().equals(hex(hash)))) {
                breaks(position, Flaw.HEAD, null);
            }
        }

        private void breaks(long at, Flaw flaw, String field) {
            if (broken == null) {
                broken = new Broken(at, flaw, field);
            }
        }

        Result result() {
            return new Result(position, erased, hex(hash), broken);
        }
    }
}
