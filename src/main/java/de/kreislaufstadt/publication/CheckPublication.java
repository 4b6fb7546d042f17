package de.kreislaufstadt.publication;

import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.publication.PublicationTable.Event;
import de.kreislaufstadt.publication.PublicationTable.Row;
import de.kreislaufstadt.publication.Verdict.Answer;
import de.kreislaufstadt.released.ReleasedMeasure;
import org.springframework.stereotype.Component;

/** Puts a version together and asks whether it may be published as it is: everything in it was released, nothing was found. */
@Component
class CheckPublication implements ServiceStep {

    private final PublicationTable table;
    private final SnapshotBuilder builder;
    private final Verdict verdict;

    CheckPublication(PublicationTable table, SnapshotBuilder builder, Verdict verdict) {
        this.table = table;
        this.builder = builder;
        this.verdict = verdict;
    }

    @Override
    public String step() {
        return "check-publication";
    }

    @Override
    public Outcome run(TaskContext scope) {
        Row before = table.get(scope);
        ReleasedMeasure candidate = builder.build(scope.municipality(), scope.measureId(), before.participation());
        table.freeze(scope, candidate);
        Row row = table.get(scope);
        boolean released =
                row.version() > 0 && row.releasedByTwo() && !row.causes().isEmpty();
        Answer answer = verdict.of(scope.municipality(), scope.measureId(), candidate, row.confirmed(), released);
        table.note(scope, Event.CHECKED, answer.name(), null);
        return Outcome.of("publication", answer);
    }
}
