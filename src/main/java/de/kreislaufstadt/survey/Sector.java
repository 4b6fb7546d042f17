package de.kreislaufstadt.survey;

/** Part of society an organisation belongs to, after the quintuple helix. */
public enum Sector {
    POLITICS_ADMINISTRATION,
    BUSINESS,
    SCIENCE_EDUCATION,
    CIVIL_SOCIETY,
    ENVIRONMENT
}
