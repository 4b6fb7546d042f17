package de.kreislaufstadt.support;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checksums of the content of all tables of the application and of the engine, to see whether something has changed. */
public final class TableSums {

    private TableSums() {}

    /**
     * @param except tables that every request may touch
     * @return number of rows and checksum by table, but for the engine's nightly cleanup
     */
    public static Map<String, String> of(JdbcClient jdbc, Collection<String> except) {
        String sums = Stream.of("kreislaufstadt", "camunda")
                .flatMap(schema -> tables(jdbc, schema)
                        .filter(table -> !except.contains(table))
                        .map(table -> checksum(schema, table)))
                .collect(Collectors.joining(" union all "));
        return jdbc.sql(sums).query((row, i) -> Map.entry(row.getString("name"), row.getString("sum"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static Stream<String> tables(JdbcClient jdbc, String schema) {
        return jdbc
                .sql("select table_name from information_schema.tables"
                        + " where table_schema = ? and table_type = 'BASE TABLE' order by table_name")
                .param(schema)
                .query(String.class)
                .list()
                .stream();
    }

    private static String checksum(String schema, String table) {
        String rows = switch (table) {
            case "act_ru_job" -> "(select * from camunda.act_ru_job where handler_type_ <> 'history-cleanup')";
            case "act_hi_job_log" ->
                "(select * from camunda.act_hi_job_log where job_def_type_ is distinct from 'history-cleanup')";
            default -> schema + "." + table;
        };
        return "select '" + table + "' as name, count(*) || ' '"
                + " || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as sum from " + rows
                + " t";
    }
}
