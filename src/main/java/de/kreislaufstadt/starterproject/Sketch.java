package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.RStrategy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One version of a project sketch as stored, without its reported values and indicators.
 *
 * @param agencyRoles names of {@link AgencyRole}s, separated by commas
 */
record Sketch(
        UUID id,
        UUID ideaId,
        int version,
        String title,
        CircularField field,
        RStrategy mainRStrategy,
        String problem,
        String solution,
        String goal,
        String materialStream,
        String bearer,
        boolean bearerOutside,
        String partners,
        String agencyRoles,
        LocalDate startsOn,
        int months,
        String staff,
        String risks,
        String legalQuestions,
        String nextSteps) {

    /** @return what it says, by field of its form */
    Map<String, Object> entries() {
        Map<String, Object> entries = new HashMap<>();
        entries.put("title", title());
        entries.put("field", field());
        entries.put("mainRStrategy", mainRStrategy());
        entries.put("problem", problem());
        entries.put("solution", solution());
        entries.put("goal", goal());
        entries.put("materialStream", materialStream());
        entries.put("bearer", bearer());
        entries.put("bearerOutside", bearerOutside());
        entries.put("partners", partners());
        entries.put("agencyRoles", List.of(agencyRoles().split(",")));
        entries.put("startsOn", startsOn());
        entries.put("months", months());
        entries.put("staff", staff());
        entries.put("risks", risks());
        entries.put("legalQuestions", legalQuestions());
        entries.put("nextSteps", nextSteps());
        return entries;
    }
}
