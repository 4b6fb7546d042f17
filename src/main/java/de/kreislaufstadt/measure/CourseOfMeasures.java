package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

@Component
class CourseOfMeasures implements MeasureCourse {

    private static final Texts TEXTS = Texts.of("measure");

    private final MeasureTable measures;
    private final MeasureStays stays;
    private final VersionReader versions;
    private final VersionWriter writer;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CourseOfMeasures(
            MeasureTable measures,
            MeasureStays stays,
            VersionReader versions,
            VersionWriter writer,
            Clock clock,
            ApplicationEventPublisher events) {
        this.events = events;
        this.measures = measures;
        this.stays = stays;
        this.versions = versions;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public Optional<Standing> lock(String municipality, String number) {
        return measures.findByNumber(municipality, number).map(found -> {
            measures.lock(municipality, found.id());
            // As it is now: somebody else may have had the lock.
            Measure measure = measures.find(municipality, found.id());
            return new Standing(measure.id(), measure.number(), measure.title(), measure.lead(), measure.state());
        });
    }

    @Override
    public void pause(String municipality, UUID measure, String reason, String actor) {
        measures.explain(municipality, measure, reason);
        measures.enter(municipality, measure, MeasureState.PAUSED, actor);
    }

    @Override
    public void resume(String municipality, UUID measure, MeasureState state, String actor) {
        stays.reasonOf(municipality, measure, state)
                .ifPresent(reason -> measures.explain(municipality, measure, reason));
        measures.enter(municipality, measure, state, actor);
    }

    @Override
    public void changeLead(String municipality, UUID measure, String lead, String actor) {
        Version current = versions.current(municipality, measure);
        MeasureRecord record = current.record();
        List<String> contributing = record.responsibility().contributing().stream()
                .filter(department -> !department.equals(lead))
                .toList();
        measures.lead(municipality, measure, lead);
        writer.append(
                municipality,
                measure,
                lead,
                record.contributedBy(contributing),
                new Source(TEXTS.german("measure.source.leadChanged"), null, LocalDate.now(clock), null),
                actor);
        events.publishEvent(new RecordChanged(municipality, measure, actor));
    }
}
