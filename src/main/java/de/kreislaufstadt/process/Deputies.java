package de.kreislaufstadt.process;

import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.Accounts.Login;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who stands in for whom and when, as the page "Vertretung" shows and changes it. */
public interface Deputies {

    /** Everything the page shows to the person. */
    Page page(Login who);

    /**
     * Names a deputy.
     *
     * @throws de.kreislaufstadt.form.FormRefused if something is missing or contradictory; nothing is changed
     */
    UUID add(NewDeputy wanted, Login who);

    /**
     * Ends a deputyship at once, or takes it back before it has begun.
     *
     * @return empty if there is none that the person may end
     */
    Optional<Deputy> end(UUID id, Login who);

    /**
     * What somebody asks for. Dates are texts as sent ({@code yyyy-MM-dd}), so that a wrong one can be named.
     *
     * @param absent person to stand in for; null where a role is meant
     * @param headOf department whose heads name a deputy for their role; null where a person is meant
     * @param place 1 = first deputy, 2 = second
     * @param departments keys of the departments it is limited to; empty = all
     * @param withHead whether tasks of the head belong to it
     */
    record NewDeputy(
            String absent,
            String headOf,
            String deputy,
            String from,
            String until,
            Integer place,
            List<String> departments,
            Boolean withHead) {

        public NewDeputy {
            departments = departments == null ? List.of() : departments;
        }
    }

    /** When a deputyship acts. */
    enum State {
        /** Has not begun. */
        PLANNED,
        /** Acts today. */
        ACTIVE,
        /** Of the second deputy, while the first is there. */
        WAITING
    }

    /** @param mayEnd whether who looks at it may end it */
    record Deputy(
            UUID id,
            String absent,
            String deputy,
            LocalDate from,
            LocalDate until,
            int place,
            List<String> departments,
            boolean withHead,
            State state,
            boolean mayEnd) {}

    /**
     * Whom one may name a deputy for.
     *
     * @param absent user id, null for a role
     * @param headOf department, null for a person
     * @param self whether it is who looks
     * @param head whether the person leads a department
     * @param departments departments it can be limited to
     */
    record Absent(String absent, String headOf, String label, boolean self, boolean head, List<Option> departments) {}

    /** Somebody who can be named. */
    record Candidate(String user, String name, String department) {}

    /**
     * @param mine who stands in for the person
     * @param standingIn whom the person stands in for
     * @param department deputies of others for whom the person may name one
     */
    record Page(
            LocalDate today,
            List<Deputy> mine,
            List<Deputy> standingIn,
            List<Deputy> department,
            List<Absent> absent,
            List<Candidate> candidates) {}
}
