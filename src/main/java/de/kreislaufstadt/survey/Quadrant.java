package de.kreislaufstadt.survey;

/** Place of an organisation by influence and interest; outputs of the decision table {@code stakeholder-quadrant}. */
public enum Quadrant {
    KEY_PLAYER,
    KEEP_SATISFIED,
    KEEP_INFORMED,
    MONITOR
}
