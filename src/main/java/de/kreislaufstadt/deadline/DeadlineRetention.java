package de.kreislaufstadt.deadline;

import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Why a date was moved is forgotten; that it was, by whom and from when to when stays. */
@Configuration(proxyBeanMethods = false)
class DeadlineRetention {

    @Bean
    PersonalTable reasonsOfExtensionsGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, "task-reasons", "deadline_extension")
                .with("decided_by", Sort.USER)
                .measure("t.measure_id")
                .emptied("reason");
    }
}
