package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.process.DueRows;
import de.kreislaufstadt.process.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Invitations go three months after the release of the minutes; how many of each group came stays. Former addresses go sooner. */
@Configuration(proxyBeanMethods = false)
class WorkshopRetention {

    @Bean
    RetentionRule invitationsGo(NamedParameterJdbcTemplate jdbc) {
        return DueRows.deleted(jdbc, "workshop_invitation");
    }

    /** Remarks from anonymous feedback go with the evaluation; on their day where there never is one. */
    @Bean
    RetentionRule remarksGo(NamedParameterJdbcTemplate jdbc) {
        return DueRows.deleted(jdbc, "workshop_feedback_remark");
    }

    @Bean
    RetentionRule formerAddressesGo(NamedParameterJdbcTemplate jdbc) {
        return DueRows.deleted(jdbc, "workshop_withdrawal");
    }
}
