package de.kreislaufstadt.starterproject;

import java.time.LocalDate;

/**
 * Data of the form {@code decide-starter-projects}.
 *
 * @param bodyName body or head as the minutes name it; not a person
 * @param paperNumber only for council papers
 * @param reason why the proposal was returned; null if it was adopted
 */
record DecisionForm(
        Adoption result,
        Body body,
        String bodyName,
        LocalDate decidedOn,
        String paperNumber,
        String conditions,
        String reason) {}
