package de.kreislaufstadt.steering;

import de.kreislaufstadt.measure.Measure;
import de.kreislaufstadt.measure.MeasureCourse;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.RunningMeasures;
import de.kreislaufstadt.process.RunningMeasures.Interruption;
import de.kreislaufstadt.process.RunningMeasures.Picture;
import de.kreislaufstadt.steering.PastInterruption.Kind;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PausedElsewhere implements PastPauses {

    private final Measures measures;
    private final MeasureCourse course;
    private final RunningMeasures running;
    private final InterruptionTable interruptions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PausedElsewhere(
            Measures measures,
            MeasureCourse course,
            RunningMeasures running,
            InterruptionTable interruptions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.measures = measures;
        this.course = course;
        this.running = running;
        this.interruptions = interruptions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void rest(String municipality, UUID id, String reason, String by) {
        Measure measure = measures.find(municipality, id);
        Interruption what = new Interruption(UUID.randomUUID(), municipality, id, measure.number(), by, reason);
        course.pause(municipality, id, reason, by);
        Picture resting = running.pause(what);
        String before = measure.state().name();
        interruptions.add(new PastInterruption(
                what.id(),
                municipality,
                id,
                Kind.PAUSED,
                by,
                clock.instant(),
                reason,
                before,
                measure.lead(),
                measure.lead(),
                null,
                null,
                resting.tasks().size(),
                0));
        events.publishEvent(BusinessAction.of(municipality, id, Kind.PAUSED.action(), Subject.whole(), by)
                .because(reason)
                .changing(List.of(
                        Change.of("state", before, MeasureState.PAUSED.name()),
                        Change.of("tasks", null, resting.tasks().size()))));
    }
}
