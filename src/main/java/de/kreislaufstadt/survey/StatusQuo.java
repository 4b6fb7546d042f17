package de.kreislaufstadt.survey;

import java.time.LocalDate;
import java.util.List;

/**
 * Where the city stands, summed up by the lead.
 *
 * @param summary public after the release
 * @param conclusions internal: what follows for workshops and starter projects
 * @param source what the summary rests on
 * @param asOf day it describes
 */
record StatusQuo(
        String summary,
        List<MaturityRow> maturity,
        String conclusions,
        String openQuestions,
        String source,
        LocalDate asOf) {}
