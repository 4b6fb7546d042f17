package de.kreislaufstadt.steering;

import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reasons of batches are forgotten; who began one when stays, like the history of tasks. */
@Configuration(proxyBeanMethods = false)
class SteeringRetention {

    @Bean
    PersonalTable reasonsOfBatchesGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, "task-reasons", "steering_batch")
                .with("begun_by", Sort.USER)
                .with("given_to_by", Sort.USER)
                .with("cancelled_by", Sort.USER)
                .emptied("reason");
    }
}
