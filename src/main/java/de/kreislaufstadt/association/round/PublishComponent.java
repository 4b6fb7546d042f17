package de.kreislaufstadt.association.round;

import de.kreislaufstadt.association.Association;
import de.kreislaufstadt.association.ComponentsChanged;
import de.kreislaufstadt.process.DueDates;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down the version that was adopted, and says when the next round begins. */
@Component
class PublishComponent implements ServiceStep {

    private static final String RECURRENCE = "component-round";

    private final Association association;
    private final RoundTable rounds;
    private final RequestTable requests;
    private final SectionTable sections;
    private final CommentTable comments;
    private final VersionTable versions;
    private final EventTable events;
    private final DueDates dueDates;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    PublishComponent(
            Association association,
            RoundTable rounds,
            RequestTable requests,
            SectionTable sections,
            CommentTable comments,
            VersionTable versions,
            EventTable events,
            DueDates dueDates,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.association = association;
        this.rounds = rounds;
        this.requests = requests;
        this.sections = sections;
        this.comments = comments;
        this.versions = versions;
        this.events = events;
        this.dueDates = dueDates;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public String step() {
        return "publish-component";
    }

    @Override
    public Outcome run(TaskContext scope) {
        String office = scope.municipality();
        LocalDate today = LocalDate.now(clock);
        ComponentRound round = rounds.lock(office, scope.measureId());
        if (!versions.isPublished(office, round.id())) {
            int version = versions.add(
                    office,
                    round,
                    sections.consolidated(office, round.id()),
                    requests.counts(office, round.id()),
                    comments.count(office, round.id()),
                    association.office().orElseThrow().adoption(),
                    today);
            rounds.published(office, round.id(), today);
            events.note(office, round.id(), RoundEvent.PUBLISHED, Integer.toString(version));
            publisher.publishEvent(new ComponentsChanged(round.component()));
        }
        return Outcome.of("nextRoundOn", today.plus(interval(scope)));
    }

    private Period interval(TaskContext scope) {
        String cycle = dueDates.recurrence(scope, RECURRENCE);
        return Period.parse(cycle.substring(cycle.indexOf('/') + 1));
    }
}
