package de.kreislaufstadt.retention;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.RetentionRule;
import de.kreislaufstadt.support.ApplicationTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every table with personal data is emptied by something. */
@ApplicationTest
class RetentionRulesTest {

    /**
     * Tables without a day of their own, which something other than a rule empties: {@code MunicipalityFiles} when a file is
     * applied, {@code Tidying} when a task is done, {@code Blocks} when a block is lifted,
     * {@code StoredSessions} when nobody uses a session any more, the database when the engine's user is
     * deleted.
     */
    private static final Set<String> WITHOUT_A_DAY = Set.of(
            "local_credential",
            "second_factor",
            "recovery_code",
            "declared_account",
            "account",
            "account_session",
            "notice",
            "mail",
            "mail_notice",
            "mail_choice",
            "data_block_term");

    @Autowired
    private List<RetentionRule> rules;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyTableWithPersonalDataHasARule() {
        Set<String> ruled = new TreeSet<>();
        rules.stream().filter(RetentionRule::hasDays).forEach(rule -> ruled.addAll(rule.tables()));
        String personal = "obj_description((quote_ident(t.table_schema) || '.' || quote_ident(t.table_name))::regclass)"
                + " like 'Personenbezogen:%'";
        String dated = "exists (select from information_schema.columns c where c.table_schema = t.table_schema"
                + " and c.table_name = t.table_name and c.column_name = 'delete_on')";

        assertThat(ruled)
                .as("a bean of RetentionRule per table with delete_on, e.g. DueRows.deleted(jdbc, table)")
                .containsAll(tables(dated));
        assertThat(tables(personal))
                .filteredOn(table -> !ruled.contains(table))
                .as("personal data that nothing deletes")
                .containsExactlyInAnyOrderElementsOf(WITHOUT_A_DAY);
        assertThat(tables(dated + " and not " + personal))
                .as("what is deleted for data protection says so")
                .isEmpty();
        assertThat(tables("true")).containsAll(ruled);
    }

    private List<String> tables(String condition) {
        return jdbc.sql("select t.table_name from information_schema.tables t"
                        + " where t.table_schema = 'kreislaufstadt' and t.table_type = 'BASE TABLE' and " + condition)
                .query(String.class)
                .list();
    }
}
