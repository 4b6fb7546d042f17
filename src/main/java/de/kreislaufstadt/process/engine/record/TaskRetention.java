package de.kreislaufstadt.process.engine.record;

import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reasons, questions and answers about tasks are forgotten; who had a task when stays, like the history of steps. */
@Configuration(proxyBeanMethods = false)
class TaskRetention {

    @Bean
    PersonalTable reasonsOfTaskEventsGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, "task-reasons", "task_event")
                .with("done_by", Sort.USER)
                .measure("t.measure_id")
                .emptied("reason");
    }
}
