package de.kreislaufstadt.survey;

import de.kreislaufstadt.form.Texts;

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
    OTHER;

    /** @return German name */
    public String label() {
        return Texts.of("survey").name("survey.participantGroup", this);
    }
}
