package de.kreislaufstadt.measure;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Hands out the numbers of measures, per municipality and field of action. The counter's row stays locked until the
 * transaction ends, so two proposals at the same time get different numbers and a refused one leaves no gap.
 */
@Repository
class MeasureNumbers {

    private final JdbcClient jdbc;

    MeasureNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the next number, e.g. {@code WW-10} */
    String next(String municipality, String prefix) {
        int last = jdbc.sql("""
                        insert into measure_number_counter (municipality_id, prefix, last_number)
                        values (:municipality, :prefix, 1)
                        on conflict (municipality_id, prefix)
                        do update set last_number = measure_number_counter.last_number + 1
                        returning last_number
                        """)
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
