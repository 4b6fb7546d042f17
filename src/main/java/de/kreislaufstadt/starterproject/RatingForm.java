package de.kreislaufstadt.starterproject;

import java.util.List;

/**
 * Data of the form {@code rate-project}: six of the seven levels from 1 to 5; the seventh, circularity, follows from the
 * sketch.
 *
 * @param climate null where no number can be given
 * @param consulted keys of the departments that took part
 */
record RatingForm(
        List<KnockOut> knockOuts,
        ClimateBasis climateBasis,
        Integer climate,
        Integer feasibility,
        Integer regionalValue,
        Integer visibility,
        Integer costLevel,
        Integer readiness,
        String justification,
        List<String> consulted) {}
