package de.kreislaufstadt.survey;

import java.util.UUID;

/**
 * An organisation that matters to a measure, as far as other modules may know it. Expectations, conflicts and contact
 * persons stay inside this module.
 *
 * @param supervisingUnit key of the department that keeps in touch; null where none is named, never for key players
 */
public record Stakeholder(
        UUID id,
        String organisation,
        Sector sector,
        ParticipantGroup participantGroup,
        Quadrant quadrant,
        String supervisingUnit) {}
