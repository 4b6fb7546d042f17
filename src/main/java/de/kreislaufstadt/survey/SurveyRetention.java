package de.kreislaufstadt.survey;

import de.kreislaufstadt.process.DueRows;
import de.kreislaufstadt.process.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Contact persons go some time after their last use; the organisations stay. */
@Configuration(proxyBeanMethods = false)
class SurveyRetention {

    @Bean
    RetentionRule contactsGo(NamedParameterJdbcTemplate jdbc) {
        return DueRows.deleted(jdbc, "stakeholder_contact");
    }
}
