package de.kreislaufstadt.rights;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fingerprints of all tables, to see whether anything has changed. */
final class Contents {

    /** Signing in and being refused leave their traces here, which is what these are for. */
    private static final List<String> OF_SIGNING_IN =
            List.of("camunda.act_ru_meter_log", "kreislaufstadt.account_session", "kreislaufstadt.sign_in_attempt");

    private Contents() {}

    /** @return fingerprint by table */
    static SortedMap<String, String> of(JdbcClient jdbc) {
        SortedMap<String, String> fingerprints = new TreeMap<>();
        List<String> tables = jdbc.sql("""
                        select schemaname || '.' || tablename from pg_tables
                        where schemaname in ('camunda', 'kreislaufstadt')
                          and has_table_privilege(schemaname || '.' || tablename, 'select')
                        """).query(String.class).list();
        for (String table : tables) {
            if (!OF_SIGNING_IN.contains(table)) {
                fingerprints.put(
                        table,
                        jdbc.sql(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
                                                + " from " + table + " t")
                                .query(String.class)
                                .single());
            }
        }
        return fingerprints;
    }
}
