package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Invitations go three months after the release of the minutes; how many of each group came stays. Former addresses go sooner. */
@Configuration(proxyBeanMethods = false)
class WorkshopRetention {

    /** SQL for the measure of a row that belongs to a workshop. */
    static final String MEASURE = "select w.measure_id from workshop w"
            + " where w.municipality_id = t.municipality_id and w.id = t.workshop_id";

    @Bean
    PersonalTable invitationsGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, "invitations", "workshop_invitation")
                .with("contact", Sort.NAME)
                .with("substitute", Sort.NAME)
                .with("email", Sort.MAIL)
                .measure(MEASURE);
    }

    /** Remarks from anonymous feedback go with the evaluation; on their day where there never is one. */
    @Bean
    PersonalTable remarksGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, "feedback-remarks", "workshop_feedback_remark")
                .measure(MEASURE);
    }

    @Bean
    PersonalTable formerAddressesGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, "former-addresses", "workshop_withdrawal")
                .with("contact", Sort.NAME)
                .with("email", Sort.MAIL)
                .measure(MEASURE);
    }

    /** Objections are recognised by the invitation over whose link they came. */
    static PersonalTable objections(NamedParameterJdbcTemplate jdbc) {
        String invitation = "(select i.%s from workshop_invitation i"
                + " where i.municipality_id = t.municipality_id and i.id = t.invitation_id)";
        return PersonalTable.of(jdbc, "objections", "workshop_objection")
                .through(invitation.formatted("contact"), Sort.NAME)
                .through(invitation.formatted("email"), Sort.MAIL)
                .measure(MEASURE);
    }
}
