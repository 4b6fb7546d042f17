package de.kreislaufstadt.publication;

import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.publication.PublicationEvents.Event;
import de.kreislaufstadt.publication.PublicationTable.Row;
import de.kreislaufstadt.publication.PublicationTable.Wait;
import de.kreislaufstadt.publication.Verdict.Answer;
import de.kreislaufstadt.released.ReleasedMeasure;
import org.springframework.stereotype.Component;

/** Puts a version together and asks whether it may be published as it is: everything in it was released, nothing was found. */
@Component
class CheckPublication implements ServiceStep {

    /** Routing value: whether somebody who has begun it for many measures answers for the version, if nothing is found in it. */
    static final String PREPARED = "publicationPrepared";

    private final PublicationTable table;
    private final PublicationEvents events;
    private final SnapshotBuilder builder;
    private final Verdict verdict;

    CheckPublication(PublicationTable table, PublicationEvents events, SnapshotBuilder builder, Verdict verdict) {
        this.table = table;
        this.events = events;
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
        events.note(scope, Event.CHECKED, answer.name(), null);
        boolean prepared = answer != Answer.RELEASED
                && scope.flag(PREPARED)
                && verdict.of(scope.municipality(), scope.measureId(), candidate, row.confirmed(), true)
                        == Answer.RELEASED;
        table.waitsFor(scope, prepared ? Wait.RELEASE : Wait.PREPARATION);
        return Outcome.of("publication", answer).and(PREPARED, prepared);
    }
}
