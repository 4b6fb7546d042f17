package de.kreislaufstadt.measure;

/** How a measure relates to the city's budget. */
public enum BudgetRelation {
    NONE,
    CITY_INVESTMENT,
    CITY_OPERATING,
    SUBSIDIARY_PLAN
}
