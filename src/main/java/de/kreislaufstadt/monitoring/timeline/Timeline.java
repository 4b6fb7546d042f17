package de.kreislaufstadt.monitoring.timeline;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.monitoring.timeline.Plan.Span;
import de.kreislaufstadt.monitoring.timeline.TimelineMeasures.Shown;
import de.kreislaufstadt.monitoring.timeline.TimelineRows.Event;
import de.kreislaufstadt.monitoring.timeline.TimelineRows.Stay;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.StepNames;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The Zeitachse of measures: planned and actual time of every phase, pauses, and what happened on single days. */
@Component
class Timeline {

    private static final ZoneId CITY_TIME = ZoneId.of("Europe/Berlin");

    /** States that are phases of their own on the timeline; a decided measure waits for its first phase. */
    private static final List<String> PHASES = List.of(
            "PROPOSED",
            "UNDER_REVIEW",
            "DEFERRED",
            "KNOWLEDGE",
            "STATUS_QUO",
            "WORKSHOPS",
            "STARTER_PROJECTS",
            "IMPLEMENTATION",
            "EVALUATION");

    private static final Set<String> BEFORE_DECISION = Set.of("PROPOSED", "UNDER_REVIEW");

    private final TimelineRows rows;
    private final Plan plan;
    private final DepartmentDirectory departments;
    private final StepNames steps;
    private final Clock clock;
    private final Texts texts = Texts.of("times");

    Timeline(TimelineRows rows, Plan plan, DepartmentDirectory departments, StepNames steps, Clock clock) {
        this.rows = rows;
        this.plan = plan;
        this.departments = departments;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * @param today day of the city that counts as today
     * @param total how many measures there are on all pages
     */
    record Page(LocalDate today, int total, List<MeasureTimes> measures) {}

    /**
     * @param term begin and end of the record; null where no begin is stated, its end where no end is
     * @param pauses when nothing went on
     */
    record MeasureTimes(
            String number,
            String title,
            String state,
            String stateName,
            String lead,
            Span term,
            List<PhaseTimes> phases,
            List<Span> pauses,
            List<EventRow> events) {}

    /**
     * @param planned null where the phase was not planned
     * @param actual stays in the phase, pauses taken out; empty before it has begun
     */
    record PhaseTimes(String state, String name, Span planned, List<Span> actual) {}

    /** @param over whether the day is over or the thing is done */
    record EventRow(String kind, String kindName, LocalDate day, String title, String state, boolean over) {}

    LocalDate today() {
        return LocalDate.now(clock.withZone(CITY_TIME));
    }

    /** @return in the order of the rows */
    List<MeasureTimes> of(String municipality, List<Shown> measures) {
        List<UUID> ids = measures.stream().map(Shown::id).toList();
        Map<UUID, List<Stay>> stays = new LinkedHashMap<>();
        rows.stays(municipality, ids)
                .forEach(stay -> stays.computeIfAbsent(stay.getKey(), missing -> new ArrayList<>())
                        .add(stay.getValue()));
        Map<UUID, Plan.Known> known = rows.known(municipality, ids);
        Map<UUID, List<Event>> events = rows.events(municipality, ids);
        Map<String, Integer> lengths = plan.lengths(municipality);
        return measures.stream()
                .map(row -> new MeasureTimes(
                        row.number(),
                        row.title(),
                        row.state(),
                        row.stateLabel(),
                        departments.nameOf(municipality, row.lead()),
                        term(known.get(row.id())),
                        phases(
                                plan.of(municipality, known.get(row.id()), lengths),
                                stays.getOrDefault(row.id(), List.of())),
                        spans(stays.getOrDefault(row.id(), List.of()), "PAUSED"),
                        events.getOrDefault(row.id(), List.of()).stream()
                                .map(this::event)
                                .toList()))
                .toList();
    }

    private static Span term(Plan.Known known) {
        return known.begin() == null ? null : new Span(known.begin(), known.end());
    }

    /** A measure that was taken over in a later phase was never reviewed here. */
    private List<PhaseTimes> phases(Map<String, Span> planned, List<Stay> stays) {
        boolean reviewed = stays.stream().anyMatch(stay -> BEFORE_DECISION.contains(stay.state()));
        return PHASES.stream()
                .map(state -> new PhaseTimes(
                        state,
                        texts.get("times.state." + state),
                        reviewed || !"UNDER_REVIEW".equals(state) ? planned.get(state) : null,
                        spans(stays, state)))
                .filter(phase -> phase.planned() != null || !phase.actual().isEmpty())
                .toList();
    }

    private static List<Span> spans(List<Stay> stays, String state) {
        return stays.stream()
                .filter(stay -> stay.state().equals(state))
                .map(stay -> new Span(day(stay.from()), stay.until() == null ? null : day(stay.until())))
                .toList();
    }

    private EventRow event(Event event) {
        return new EventRow(
                event.kind(),
                texts.get("times.event." + event.kind()),
                event.day(),
                "STEP".equals(event.kind()) ? steps.nameOf(event.title()) : event.title(),
                texts.getOr("times.event." + event.kind() + "." + event.state(), event.state()),
                !event.day().isAfter(today()));
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(CITY_TIME).toLocalDate();
    }
}
