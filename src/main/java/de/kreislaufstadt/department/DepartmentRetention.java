package de.kreislaufstadt.department;

import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Deputyships go a year after their last day; in whose place a step was done stays with the step. */
@Configuration(proxyBeanMethods = false)
class DepartmentRetention {

    /** Whoever has left the file is known as long as a version names them; an entry is written in one line, quoted where needed. */
    private static final String NAME_IN_ENTRY = """
            btrim((regexp_match(t.entry, '\\mname: *("[^"]*"|''[^'']*''|[^,}\\n]*)'))[1], ' "''')""";

    @Bean
    PersonalTable deputyshipsGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, "deputyships", "deputy")
                .with("absent_by", Sort.USER)
                .with("deputy_by", Sort.USER);
    }

    @Bean
    PersonalTable declaredAccounts(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, "accounts", "declared_account")
                .with("account_by", Sort.USER)
                .key("account_by")
                .undated();
    }

    @Bean
    PersonalTable peopleOfEarlierVersionsGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, "accounts", "municipality_version_person")
                .with("account_by", Sort.USER)
                .naming(NAME_IN_ENTRY);
    }
}
