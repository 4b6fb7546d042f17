package de.kreislaufstadt.survey;

/** How closely an organisation is involved; outputs of the decision table {@code stakeholder-quadrant}. */
enum Involvement {
    COOPERATION,
    CONSULTATION,
    PARTICIPATION,
    INFORMATION
}
