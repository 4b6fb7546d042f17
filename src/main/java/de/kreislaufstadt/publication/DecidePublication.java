package de.kreislaufstadt.publication;

import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.publication.PublicationEvents.Event;
import de.kreislaufstadt.publication.PublicationTable.Row;
import de.kreislaufstadt.publication.PublicationTable.Wait;
import de.kreislaufstadt.publication.Verdict.Answer;
import org.springframework.stereotype.Component;

/** Asks the table about the version that two people have released. Somebody may have become known since it was prepared. */
@Component
class DecidePublication implements ServiceStep {

    private final PublicationTable table;
    private final PublicationEvents events;
    private final Verdict verdict;

    DecidePublication(PublicationTable table, PublicationEvents events, Verdict verdict) {
        this.table = table;
        this.events = events;
        this.verdict = verdict;
    }

    @Override
    public String step() {
        return "decide-publication";
    }

    @Override
    public Outcome run(TaskContext scope) {
        Row row = table.get(scope);
        Answer answer = verdict.of(scope.municipality(), scope.measureId(), row.candidate(), row.confirmed(), true);
        events.note(scope, Event.CHECKED, answer.name(), null);
        table.waitsFor(scope, Wait.PREPARATION);
        return Outcome.of("publication", answer);
    }
}
