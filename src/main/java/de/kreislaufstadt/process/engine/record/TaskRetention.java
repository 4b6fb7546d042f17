package de.kreislaufstadt.process.engine.record;

import de.kreislaufstadt.process.DueRows;
import de.kreislaufstadt.process.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reasons, questions and answers about tasks are forgotten; who had a task when stays, like the history of steps. */
@Configuration(proxyBeanMethods = false)
class TaskRetention {

    @Bean
    RetentionRule reasonsOfTaskEventsGo(NamedParameterJdbcTemplate jdbc) {
        return DueRows.emptied(jdbc, "task_event", "reason");
    }
}
