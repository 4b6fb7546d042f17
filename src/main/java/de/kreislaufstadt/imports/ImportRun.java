package de.kreislaufstadt.imports;

import de.kreislaufstadt.measure.BudgetRelation;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.SpatialScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An import as it stands in its row.
 *
 * @param source document that the new versions name
 * @param lead department of measures without a lead of their own; null if the import came from the command line
 * @param encoding encoding of text files as a person says it is; null if nobody was asked
 * @param files names of its files, one per line
 * @param total rows there are, as far as it is known
 * @param done rows that are done in this stage
 * @param problems why its files cannot be read, as JSON; null if they can
 * @param by engine user id of who began it
 * @param appliedBy engine user id of who had it applied; null if nobody has
 */
record ImportRun(
        UUID id,
        String municipality,
        Source source,
        String lead,
        LocalDate begin,
        BudgetRelation budget,
        SpatialScope scope,
        MeasureState state,
        Encoding encoding,
        String files,
        Stage stage,
        int total,
        int done,
        boolean stopWanted,
        String problems,
        String by,
        String appliedBy,
        Instant begunAt,
        Instant finishedAt) {

    /** How far an import is. */
    enum Stage {
        /** Files are being handed over. */
        OPEN,
        PLANNING,
        /** Its files cannot be read as they are. */
        REFUSED,
        /** What it would do is there to be looked at. */
        PLANNED,
        APPLYING,
        APPLIED,
        /** A person has ended it; what was applied until then stays. */
        STOPPED,
        /** Something went wrong that was not its files' fault. */
        FAILED;

        private static final Set<Stage> OVER = Set.of(APPLIED, STOPPED);

        /** @return whether nothing can be done with it any more but reading its report */
        boolean isOver() {
            return OVER.contains(this);
        }
    }

    /** @return what was said about it, for who plans it */
    ImportSettings settings(City city) {
        return new ImportSettings(city, source, lead, begin, budget, scope, state);
    }

    List<String> fileNames() {
        return files.isEmpty() ? List.of() : List.of(files.split("\n"));
    }
}
