package de.kreislaufstadt.survey;

/** Group that an organisation's representatives count towards in workshops. */
public enum ParticipantGroup {
    BUSINESS,
    CHAMBER,
    ASSOCIATION,
    ADMINISTRATION,
    UNIVERSITY,
    MUNICIPAL_COMPANY,
    CLUB,
    POLITICS,
    MEDIA,
    FINANCE,
    OTHER
}
