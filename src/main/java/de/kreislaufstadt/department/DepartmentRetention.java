package de.kreislaufstadt.department;

import de.kreislaufstadt.process.DueRows;
import de.kreislaufstadt.process.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Deputyships go a year after their last day; in whose place a step was done stays with the step. */
@Configuration(proxyBeanMethods = false)
class DepartmentRetention {

    @Bean
    RetentionRule deputyshipsGo(NamedParameterJdbcTemplate jdbc) {
        return DueRows.deleted(jdbc, "deputy");
    }
}
