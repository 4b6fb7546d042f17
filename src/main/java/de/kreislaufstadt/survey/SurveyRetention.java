package de.kreislaufstadt.survey;

import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Contact persons go some time after their last use; the organisations stay. */
@Configuration(proxyBeanMethods = false)
class SurveyRetention {

    @Bean
    PersonalTable contactsGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, "stakeholder-contacts", "stakeholder_contact")
                .with("name", Sort.NAME)
                .with("email", Sort.MAIL)
                .with("phone", Sort.PHONE)
                .measure("t.measure_id");
    }
}
