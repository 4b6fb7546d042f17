package de.kreislaufstadt.deadline;

import de.kreislaufstadt.process.DueRows;
import de.kreislaufstadt.process.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Why a date was moved is forgotten; that it was, by whom and from when to when stays. */
@Configuration(proxyBeanMethods = false)
class DeadlineRetention {

    @Bean
    RetentionRule reasonsOfExtensionsGo(NamedParameterJdbcTemplate jdbc) {
        return DueRows.emptied(jdbc, "deadline_extension", "reason");
    }
}
