package de.kreislaufstadt.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.support.ApplicationTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every table of the application promises. */
@ApplicationTest
class SchemaTest {

    @Autowired
    JdbcClient jdbc;

    /**
     * But accounts, of which some belong to several municipalities or to none, how they sign in, and the sessions of identity
     * providers.
     */
    @Test
    void everyTableCarriesItsMunicipality() {
        assertThat(tables("""
                        not exists (select from information_schema.columns c
                                    where c.table_schema = t.table_schema and c.table_name = t.table_name
                                      and c.column_name = 'municipality_id' and c.is_nullable = 'NO')
                        """))
                .containsExactly(
                        "account",
                        "account_session",
                        "ended_session",
                        "external_account",
                        "failed_sign_in",
                        "failing_address",
                        "local_credential",
                        "municipality",
                        "recovery_code",
                        // One stamp for what several municipalities share in public.
                        "released_shared_stamp",
                        "second_factor");
    }

    @Test
    void everyTableSaysWhatItHolds() {
        assertThat(
                        tables(
                                "obj_description((quote_ident(t.table_schema) || '.' || quote_ident(t.table_name))::regclass) is null"))
                .isEmpty();
    }

    @Test
    void everyTableWithPersonalDataNamesItsPurposeAndItsTimeOfDeletion() {
        String personal = "obj_description((quote_ident(t.table_schema) || '.' || quote_ident(t.table_name))::regclass)"
                + " like 'Personenbezogen:%'";

        assertThat(tables(personal)).contains("workshop_invitation", "stakeholder_contact");
        assertThat(tables(personal + """
                         and not exists (select from information_schema.columns c
                              where c.table_schema = t.table_schema and c.table_name = t.table_name
                                and c.column_name = 'purpose' and c.is_nullable = 'NO')
                        """)).isEmpty();
    }

    /** By what their columns are called: who adds a table with addresses of people need not remember this test. */
    @Test
    void everyTableWithContactsSaysWhyFromWhereByWhichLawAndUntilWhen() {
        String contacts = """
                exists (select from information_schema.columns c
                        where c.table_schema = t.table_schema and c.table_name = t.table_name
                          and c.column_name ~ '^(email|mail|phone|contact|contact_name|mail_address)$')
                """;
        String without = """
                 and (select count(*) from information_schema.columns c
                      where c.table_schema = t.table_schema and c.table_name = t.table_name and c.is_nullable = 'NO'
                        and c.column_name in ('purpose', 'legal_basis', 'source', 'delete_on')) < 4
                """;

        assertThat(tables(contacts)).contains("workshop_invitation", "workshop_withdrawal", "stakeholder_contact");
        assertThat(tables(contacts + without))
                .as("purpose, legal_basis, source and delete_on, not null")
                .isEmpty();
        assertThat(tables(contacts + " and t.table_name not in (select c.table_name from information_schema.columns c"
                        + " join pg_constraint k on k.conrelid = format('%I.%I', c.table_schema, c.table_name)::regclass"
                        + " and k.contype = 'c' and pg_get_constraintdef(k.oid) like '%legal_basis%PUBLIC_TASK%'"
                        + " where c.table_schema = 'kreislaufstadt')"))
                .as("legal bases that the law knows")
                .isEmpty();
    }

    @Test
    void noForeignKeyLetsARowPointIntoAnotherMunicipalityUnnoticed() {
        assertThat(jdbc.sql("""
                                select conrelid::regclass::text from pg_constraint
                                where contype = 'f' and confrelid = 'kreislaufstadt.measure'::regclass
                                  and connamespace = 'kreislaufstadt'::regnamespace and array_length(conkey, 1) < 2
                                """).query(String.class).list()).isEmpty();
    }

    @Test
    void theRoleThatRunsOwnsNothingAndCannotChangeTheSchema() {
        assertThat(jdbc.sql(
                                "select count(*) from pg_class where relowner = (select oid from pg_roles where rolname = current_user)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() ->
                        jdbc.sql("create table kreislaufstadt.probe (id int)").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("drop table kreislaufstadt.step").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("alter table camunda.act_ru_task add probe int")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void engineAndApplicationLiveInSchemasOfTheirOwn() {
        Map<String, Object> counts = jdbc.sql("""
                        select count(*) filter (where table_schema = 'camunda' and table_name not like 'act\\_%') as strangers,
                               count(*) filter (where table_schema = 'kreislaufstadt' and table_name like 'act\\_%') as guests
                        from information_schema.tables
                        """).query().singleRow();

        assertThat(counts).containsEntry("strangers", 0L).containsEntry("guests", 0L);
    }

    private List<String> tables(String condition) {
        return jdbc.sql("select t.table_name from information_schema.tables t"
                        + " where t.table_schema = 'kreislaufstadt' and t.table_type = 'BASE TABLE' and "
                        + condition
                        + " order by 1")
                .query(String.class)
                .list();
    }
}
