package de.kreislaufstadt.backup;

import de.kreislaufstadt.backup.Manifest.Migration;
import de.kreislaufstadt.backup.Manifest.Sequence;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL itself knows about our tables. A table that a migration adds is backed up without being named anywhere. */
final class Catalogue {

    private static final String OURS = "in ('kreislaufstadt', 'camunda')";
    private static final String HISTORY = "flyway_schema_history";

    private static final String COUNTED_TWICE = """
            select coalesce((select max("%2$s") from %1$s), 0) > coalesce(
                       (select last_value from pg_sequences
                        where format('%%I.%%I', schemaname, sequencename) = pg_get_serial_sequence(?, ?)), 0)
            """;

    private final JdbcClient jdbc;

    Catalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param name with schema, fit for SQL
     * @param columns fit for SQL, without those that PostgreSQL computes
     */
    record Shape(String name, List<String> columns) {}

    /**
     * @param table with schema, fit for SQL
     * @param name of the constraint, fit for SQL
     * @param definition what follows its name in SQL
     */
    record Reference(String table, String name, String definition) {}

    /** @return all tables with rows of ours, by name */
    List<Shape> tables() {
        return jdbc.sql("""
                        select format('%%I.%%I', n.nspname, c.relname) as name,
                               array_agg(quote_ident(a.attname) order by a.attnum) as columns
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                               and a.attgenerated = ''
                        where n.nspname %s and c.relkind = 'r' and c.relname <> '%s' group by 1 order by 1
                        """.formatted(OURS, HISTORY))
                .query((row, i) -> new Shape(row.getString("name"), Arrays.asList((String[])
                        row.getArray("columns").getArray())))
                .list();
    }

    List<Sequence> sequences() {
        return jdbc.sql("""
                        select format('%%I.%%I', schemaname, sequencename) as name, coalesce(last_value, start_value) as value,
                               last_value is not null as called
                        from pg_sequences where schemaname %s order by 1
                        """.formatted(OURS)).query(Sequence.class).list();
    }

    List<Reference> references() {
        return jdbc.sql("""
                        select format('%%I.%%I', n.nspname, c.relname) as "table", quote_ident(r.conname) as name,
                               pg_get_constraintdef(r.oid) as definition
                        from pg_constraint r join pg_class c on c.oid = r.conrelid join pg_namespace n on n.oid = c.relnamespace
                        where r.contype = 'f' and n.nspname %s order by 1, 2
                        """.formatted(OURS)).query(Reference.class).list();
    }

    /** @return the migrations that have run, in their order; empty where there are no tables of ours */
    List<Migration> migrations() {
        if (!exists("select to_regclass('kreislaufstadt." + HISTORY + "') is not null")) {
            return List.of();
        }
        return jdbc.sql("select version, checksum from kreislaufstadt." + HISTORY
                        + " where success and version is not null order by installed_rank")
                .query(Migration.class)
                .list();
    }

    boolean hasTables() {
        return exists("select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where n.nspname " + OURS + " and c.relkind in ('r', 'p', 'v', 'm', 'S'))");
    }

    boolean hasRole(String role) {
        return jdbc.sql("select exists (select from pg_roles where rolname = ?)")
                .param(role)
                .query(Boolean.class)
                .single();
    }

    /** @return a sum of what a role may do in our schemas, with tables, columns, sequences and functions; empty if it may nothing */
    String rightsOf(String role) {
        return jdbc.sql("""
                        with ours as (select oid, nspname from pg_namespace where nspname %1$s),
                        granted (what, acl) as (
                            select 'schema ' || nspname, nspacl from pg_namespace where nspname %1$s
                            union all select format('%%s %%I.%%I', c.relkind, nspname, relname), relacl
                                      from pg_class c join ours on ours.oid = relnamespace where relname <> '%2$s'
                            union all select format('column %%I.%%I.%%I', nspname, relname, attname), attacl
                                      from pg_attribute join pg_class c on c.oid = attrelid join ours on ours.oid = relnamespace
                            union all select format('function %%I.%%I(%%s)', nspname, proname,
                                                    pg_get_function_identity_arguments(p.oid)), proacl
                                      from pg_proc p join ours on ours.oid = pronamespace)
                        select coalesce(encode(sha256(string_agg(what || ' ' || privilege_type, ',' order by what,
                                                                 privilege_type)::bytea), 'hex'), '')
                        from granted cross join aclexplode(acl) r join pg_roles g on g.oid = r.grantee
                        where g.rolname = ?
                        """.formatted(OURS, HISTORY))
                .param(role)
                .query(String.class)
                .single();
    }

    /** @return names of the columns whose numbers the sequence behind them would give out a second time */
    List<String> countedTwice() {
        return jdbc
                .sql("""
                        select format('%%I.%%I', n.nspname, c.relname) as name, a.attname as "column"
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attidentity <> ''
                        where n.nspname %s order by 1
                        """.formatted(OURS))
                .query((row, i) -> List.of(row.getString("name"), row.getString("column")))
                .list()
                .stream()
                .filter(counted -> jdbc.sql(COUNTED_TWICE.formatted(counted.get(0), counted.get(1)))
                        .param(counted.get(0))
                        .param(counted.get(1))
                        .query(Boolean.class)
                        .single())
                .map(counted -> String.join(".", counted))
                .toList();
    }

    private boolean exists(String sql) {
        return jdbc.sql(sql).query(Boolean.class).single();
    }
}
