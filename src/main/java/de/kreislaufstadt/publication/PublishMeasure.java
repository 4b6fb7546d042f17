package de.kreislaufstadt.publication;

import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.publication.PublicationEvents.Event;
import de.kreislaufstadt.publication.PublicationTable.Row;
import de.kreislaufstadt.released.Releasing;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts the version before the public, with what is true of the measure now. */
@Component
class PublishMeasure implements ServiceStep {

    private final PublicationTable table;
    private final PublicationEvents course;
    private final Releasing releasing;
    private final LiveValues live;
    private final Unpublished unpublished;
    private final ApplicationEventPublisher events;

    PublishMeasure(
            PublicationTable table,
            PublicationEvents course,
            Releasing releasing,
            LiveValues live,
            Unpublished unpublished,
            ApplicationEventPublisher events) {
        this.table = table;
        this.course = course;
        this.releasing = releasing;
        this.live = live;
        this.unpublished = unpublished;
        this.events = events;
    }

    @Override
    public String step() {
        return "publish-measure";
    }

    @Override
    public Outcome run(TaskContext scope) {
        String municipality = scope.municipality();
        UUID measure = scope.measureId();
        Row row = table.get(scope);
        Set<String> causes = row.causes().stream().map(Enum::name).collect(Collectors.toSet());
        int version = releasing.release(municipality, measure, row.candidate(), causes);
        table.published(scope, version);
        course.note(scope, Event.PUBLISHED, null, version);
        live.tell(municipality, Set.of(measure));
        unpublished.tell(municipality);
        events.publishEvent(BusinessAction.of(
                        municipality,
                        measure,
                        Kind.PUBLICATION_RELEASED,
                        new Subject(scope.processKey(), step(), null, null),
                        null)
                .changing(Change.of("version", row.version() == 0 ? null : row.version(), version)));
        return Outcome.of("changedMeanwhile", !row.since().isEmpty()).and(CheckPublication.PREPARED, false);
    }
}
