package de.kreislaufstadt.notification;

import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What the outbox keeps of people: ids of those whom mails are for, and how they want them. It is tidied by itself. */
@Configuration(proxyBeanMethods = false)
class NotificationData {

    /** With what each mail told: those rows refer to it. */
    @Bean
    PersonalTable mailsOfAPerson(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, "mails", "mail")
                .with("person_by", Sort.USER)
                .undated();
    }

    @Bean
    PersonalTable choicesOfAPerson(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, "mails", "mail_choice")
                .with("person_by", Sort.USER)
                .undated();
    }

    @Bean
    PersonalTable noticesForAPerson(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, "mails", "notice")
                .with("assignee_by", Sort.USER)
                .measure("t.measure_id")
                .undated();
    }
}
