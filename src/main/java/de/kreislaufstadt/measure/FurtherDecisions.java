package de.kreislaufstadt.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Decisions about a measure at gates of its phases, beside the one that let it begin; answered by the modules that own them. */
public interface FurtherDecisions {

    /** @return what was decided about the measure, in the order in which it was */
    List<Taken> decisions(String municipality, UUID measureId);

    /**
     * @param body as it names itself
     * @param result in the reader's language
     * @param reason why not; null for an agreement
     * @param paperNumber null where it was no council paper
     */
    record Taken(String body, LocalDate decidedOn, String result, String reason, String paperNumber) {}
}
