package de.kreislaufstadt.audit;

import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What the log knows of people goes; the log stays, and its chain can still be verified. */
@Configuration(proxyBeanMethods = false)
class LogRetention {

    @Bean
    PersonalTable accountsBehindTokensGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, LogTable.PEOPLE, "audit_person")
                .key("token")
                .with("person", Sort.USER);
    }

    @Bean
    PersonalTable loggedValuesGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, LogTable.VALUES, "audit_value")
                .measure("t.measure_id")
                .emptied("logged");
    }
}
