package de.kreislaufstadt.starterproject;

/** What the economic development agency does for a project. */
enum AgencyRole {
    NETWORKER,
    PROMOTER,
    INITIATOR,
    ORGANISER
}
