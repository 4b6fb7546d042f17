package de.kreislaufstadt.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts per name, whether anybody has it or not, in the database: for all nodes and all ways in together. An
 * attempt counts before it is looked at, so that attempts at the same moment cannot get past the limit; a right one takes
 * the count back. From the fifth on a pause follows that doubles each time. What is tried in the pause is refused and does
 * not lengthen it, or anybody could keep anybody out for good.
 */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
class FailedSignIns {

    /** Attempts before the first pause. */
    static final int FREE = 5;

    static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /** After this time without an attempt the count begins anew. */
    private static final Duration FORGOTTEN = Duration.ofHours(24);

    private static final int DAYS_KEPT = 2;
    private static final int MOST_DOUBLINGS = 16;

    /** No row comes back while the name is locked. */
    private static final String ADMIT = """
            insert into failed_sign_in as f (name_hash, failures, last_at, locked_until, delete_on)
            values (:name, 1, :now, null, :deleteOn)
            on conflict (name_hash) do update set
                failures = case when f.last_at < :forgotten then 1 else f.failures + 1 end,
                locked_until = case when f.last_at < :forgotten or f.failures + 1 < :free then null
                    else cast(:now as timestamptz) + least(:longest, :first * power(2, least(:doublings, f.failures + 1 - :free)))
                         * interval '1 second' end,
                last_at = :now, delete_on = :deleteOn
            where f.locked_until is null or f.locked_until <= :now
            returning failures
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    FailedSignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether the attempt may be looked at; false while the name is locked */
    boolean admit(String name) {
        Instant now = clock.instant();
        return jdbc.sql(ADMIT)
                .paramSource(new MapSqlParameterSource("name", hash(name))
                        .addValue("now", Timestamp.from(now))
                        .addValue("forgotten", Timestamp.from(now.minus(FORGOTTEN)))
                        .addValue("free", FREE)
                        .addValue("first", (double) FIRST_PAUSE.toSeconds())
                        .addValue("longest", (double) LONGEST_PAUSE.toSeconds())
                        .addValue("doublings", MOST_DOUBLINGS)
                        .addValue("deleteOn", LocalDate.now(clock).plusDays(DAYS_KEPT)))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** An attempt that was counted could not be looked at, and does not count. */
    void takeBack(String name) {
        byte[] hash = hash(name);
        int first = jdbc.sql("delete from failed_sign_in where name_hash = :name and failures = 1")
                .param("name", hash)
                .update();
        if (first == 0) {
            jdbc.sql("""
                            update failed_sign_in set failures = failures - 1,
                                locked_until = case when failures - 1 < :free then null else locked_until end
                            where name_hash = :name and failures > 1
                            """).param("name", hash).param("free", FREE).update();
        }
    }

    /** Somebody has signed in, or an administrator lifts the lock. */
    void clear(String name) {
        jdbc.sql("delete from failed_sign_in where name_hash = :name")
                .param("name", hash(name))
                .update();
    }

    /** @return until when those of the accounts are locked that are */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Map<String, Instant> locked(Collection<String> names) {
        Map<String, Instant> locked = new HashMap<>();
        if (names.isEmpty()) {
            return locked;
        }
        Map<String, String> byHash = new HashMap<>();
        names.forEach(name -> byHash.put(hex(hash(name)), name));
        jdbc.sql("""
                        select encode(name_hash, 'hex'), locked_until from failed_sign_in
                        where encode(name_hash, 'hex') in (:names) and locked_until > :now
                        """)
                .param("names", byHash.keySet())
                .param("now", Timestamp.from(clock.instant()))
                .query(row -> {
                    locked.put(byHash.get(row.getString(1)), row.getTimestamp(2).toInstant());
                });
        return locked;
    }

    /** @return number of names that are locked; their rows are kept for two days */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public long lockedNow() {
        return jdbc.sql("select count(*) from failed_sign_in where locked_until > :now")
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** @return what stands for a name or an address where it must not be readable */
    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
