package de.kreislaufstadt.measure;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Hands out the numbers of measures, per municipality and field of action. The counter's row stays locked until the
 * transaction ends, so two proposals at the same time get different numbers and a refused one leaves no gap.
 */
@Repository
class MeasureNumbers {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final Duration longest;

    @Autowired
    MeasureNumbers(JdbcClient jdbc) {
        this(jdbc, LONGEST_WAIT);
    }

    /** @param longest how long somebody waits for others who propose at the same time, in whole milliseconds */
    MeasureNumbers(JdbcClient jdbc, Duration longest) {
        this.jdbc = jdbc;
        this.longest = longest;
    }

    /**
     * Bounds how long the rest of the transaction waits for others, too: whoever gives up waiting and proposes once more would
     * else have proposed twice as soon as whoever was waited for goes on.
     *
     * @return the next number, e.g. {@code WW-10}
     */
    String next(String municipality, String prefix) {
        int last = jdbc.sql("""
                        insert into measure_number_counter (municipality_id, prefix, last_number)
                        select :municipality, :prefix, 1 where set_config('lock_timeout', :longest, true) is not null
                        on conflict (municipality_id, prefix)
                        do update set last_number = measure_number_counter.last_number + 1
                        returning last_number
                        """)
                .param("longest", longest.toMillis() + "ms")
                .param("municipality", municipality)
                .param("prefix", prefix)
                .query(Integer.class)
                .single();
        return "%s-%02d".formatted(prefix, last);
    }

    /** Keeps a number that was assigned elsewhere from being handed out again. */
    void reserve(String municipality, String number) {
        String[] parts = number.split("-", 2);
        jdbc.sql("""
                        insert into measure_number_counter (municipality_id, prefix, last_number)
                        values (:municipality, :prefix, :last)
                        on conflict (municipality_id, prefix)
                        do update set last_number = greatest(measure_number_counter.last_number, excluded.last_number)
                        """)
                .param("municipality", municipality)
                .param("prefix", parts[0])
                .param("last", Integer.valueOf(parts[1]))
                .update();
    }
}
