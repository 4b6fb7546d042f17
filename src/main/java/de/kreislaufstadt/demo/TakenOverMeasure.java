package de.kreislaufstadt.demo;

import de.kreislaufstadt.measure.MeasureForm;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.MeasureTakeOver.PastMeasure;
import de.kreislaufstadt.measure.MeasureTakeOver.PastVersion;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import de.kreislaufstadt.process.Lifecycles.PastStep;
import de.kreislaufstadt.starterproject.StarterIdeas.NewIdea;
import java.util.List;

/**
 * A measure that was running before this system, as its file describes it.
 *
 * @param activity activity of the life cycle in which its process starts
 * @param versions what its sources say, in the order of their dates
 * @param ideas bundled ideas for starter projects
 * @param steps what was done, with what is known about it
 */
record TakenOverMeasure(
        String number,
        String lead,
        MeasureState state,
        String activity,
        List<MeasureForm> versions,
        List<StatusReport> statusReports,
        List<NewIdea> ideas,
        List<PastStep> steps) {

    PastMeasure past() {
        return new PastMeasure(
                number,
                lead,
                state,
                null,
                versions.stream().map(PastVersion::of).toList(),
                List.of(),
                statusReports);
    }
}
