package de.kreislaufstadt.upgrade;

import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reports of runs go when reasons of interventions go; the log of actions keeps what was done. */
@Configuration(proxyBeanMethods = false)
class LiftRetention {

    @Bean
    PersonalTable reportsOfLiftsGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, LiftDesk.KEPT_AS, "model_lift").with("begun_by", Sort.USER);
    }
}
