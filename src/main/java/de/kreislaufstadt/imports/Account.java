package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.SourceRecord.Part;
import java.util.List;

/**
 * What became of one field of one record. There is one for every field that a file has, so that nothing is lost unseen.
 *
 * @param position place of the record in its file
 * @param treatment what was done with it
 * @param target field of the record it went into; null if only the original keeps it
 * @param findings what a person should know about it
 */
record Account(Part part, int position, SourceField field, Treatment treatment, Target target, List<Finding> findings) {

    Account {
        findings = List.copyOf(findings);
    }

    /** What was done with a field. */
    enum Treatment {
        /** Its words stand in the record, or at least in the original, as they are. */
        KEPT,
        /** It was understood and stands in the record as something else: a code, a number, a date. */
        MAPPED
    }

    /** How a field is counted in the report. */
    enum Fate {
        KEPT,
        MAPPED,
        /** Something about it should be looked at, whatever was done with it. */
        FINDING
    }

    Fate fate() {
        if (!findings.isEmpty()) {
            return Fate.FINDING;
        }
        return treatment == Treatment.KEPT ? Fate.KEPT : Fate.MAPPED;
    }
}
