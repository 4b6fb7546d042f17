package de.kreislaufstadt.steering;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.StorableText;
import de.kreislaufstadt.measure.MeasureCourse;
import de.kreislaufstadt.measure.MeasureCourse.Standing;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.DepartmentChoice;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.process.OfficeDays;
import de.kreislaufstadt.process.RunningMeasures;
import de.kreislaufstadt.process.RunningMeasures.Interruption;
import de.kreislaufstadt.process.RunningMeasures.Picture;
import de.kreislaufstadt.process.RunningMeasures.Waiting;
import de.kreislaufstadt.steering.Helm.Steersman;
import de.kreislaufstadt.steering.PastInterruption.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pauses, resumes, cancels and merges measures and gives them another lead, from every phase. Whoever comes second in the same
 * moment waits for the first and is told where the measure stands then.
 */
@Service
@Transactional
class MeasureInterruptions {

    /** Enough for a page, as the reasons of tasks. */
    private static final int LONGEST = 2000;

    private final Helm helm;
    private final MeasureCourse course;
    private final Measures measures;
    private final RunningMeasures running;
    private final Lifecycles lifecycles;
    private final DepartmentChoice departments;
    private final InterruptionTable interruptions;
    private final OfficeDays days;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MeasureInterruptions(
            Helm helm,
            MeasureCourse course,
            Measures measures,
            RunningMeasures running,
            Lifecycles lifecycles,
            DepartmentChoice departments,
            InterruptionTable interruptions,
            OfficeDays days,
            ApplicationEventPublisher events,
            Clock clock) {
        this.helm = helm;
        this.course = course;
        this.measures = measures;
        this.running = running;
        this.lifecycles = lifecycles;
        this.departments = departments;
        this.interruptions = interruptions;
        this.days = days;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What somebody wants.
     *
     * @param reason required; of a pause, a cancellation and a merging it is published
     * @param lead key of the department that is to lead; only for a change of lead
     * @param into number of the measure it is to go on in; only for a merging
     */
    record Wish(String reason, String lead, String into) {}

    /** What was done, and to what. */
    record Done(PastInterruption intervention, Picture concerned) {}

    /** Lets a measure rest: nothing of it can be completed, no deadline runs. */
    Done pause(String number, Wish wish, Login login) {
        Steersman who = helm.of(number, login);
        Standing measure = underWay(who, number);
        if (measure.state() == MeasureState.PAUSED) {
            throw new InterventionRefused(Cause.CONFLICT, "steering.pausedAlready");
        }
        String reason = reasonOnly(wish);
        Interruption what = interruption(who, measure, reason);
        course.pause(who.municipality(), measure.id(), reason, who.user());
        return note(what, who, measure, Kind.PAUSED, running.pause(what), measure.lead(), null, null);
    }

    /** Lets it go on: deadlines move by the working days it has rested, none if it goes on the same day. */
    Done resume(String number, Wish wish, Login login) {
        Steersman who = helm.of(number, login);
        Standing measure = underWay(who, number);
        PastInterruption pause = interruptions
                .lastPause(who.municipality(), measure.id())
                .filter(last -> measure.state() == MeasureState.PAUSED)
                .orElseThrow(() -> new InterventionRefused(Cause.CONFLICT, "steering.notPaused"));
        String reason = reasonOnly(wish);
        Interruption what = interruption(who, measure, reason);
        int rested = restedDays(pause);
        course.resume(who.municipality(), measure.id(), MeasureState.valueOf(pause.stateBefore()), who.user());
        return note(what, who, measure, Kind.RESUMED, running.resume(what, rested), measure.lead(), null, rested);
    }

    /** @return working days that a pause has taken until today, its first day not counted */
    int restedDays(PastInterruption pause) {
        LocalDate from = LocalDate.ofInstant(pause.at(), clock.getZone());
        return days.between(pause.municipality(), from, LocalDate.now(clock));
    }

    /** Ends a measure for good. */
    Done cancel(String number, Wish wish, Login login) {
        Steersman who = helm.of(number, login);
        Standing measure = underWay(who, number);
        String reason = reasonOnly(wish);
        Interruption what = interruption(who, measure, reason);
        measures.explain(who.municipality(), measure.id(), reason);
        Picture gone = running.end(what, MeasureState.CANCELLED.name(), null);
        return note(what, who, measure, Kind.CANCELLED, gone, measure.lead(), null, null);
    }

    /** Ends a measure because another one takes in what it was for. */
    Done merge(String number, Wish wish, Login login) {
        Steersman who = helm.of(number, login);
        // Two that are to be merged into each other at the same moment: both wait for the smaller number first.
        String into = wish.into() == null ? "" : wish.into().strip();
        boolean visible =
                helm.visible(login).stream().anyMatch(row -> row.number().equals(into));
        boolean otherFirst = into.compareTo(number) < 0;
        Standing other = visible && otherFirst ? locked(who, into) : null;
        Standing measure = underWay(who, number);
        if (visible && !otherFirst) {
            other = locked(who, into);
        }
        Problems problems = new Problems();
        String reason = reason(problems, wish.reason());
        problems.check(!into.isEmpty(), "into", "form.required")
                .check(into.isEmpty() || visible, "into", "steering.into.unknown")
                .check(!into.equals(number), "into", "steering.into.itself")
                .check(other == null || into.equals(number) || !other.isOver(), "into", "steering.into.over")
                .throwIfAny();
        Interruption what = interruption(who, measure, reason);
        measures.explain(who.municipality(), measure.id(), reason);
        Picture gone = running.end(what, MeasureState.MERGED.name(), other.id());
        return note(what, who, measure, Kind.MERGED, gone, measure.lead(), other.id(), null);
    }

    /** Gives a measure another lead, and its open tasks with it. */
    Done changeLead(String number, Wish wish, Login login) {
        Steersman who = helm.of(number, login);
        Standing measure = underWay(who, number);
        String lead = wish.lead() == null ? "" : wish.lead().strip();
        boolean known = !lead.isEmpty() && departments.isCurrent(who.municipality(), lead);
        Problems problems = new Problems();
        String reason = reason(problems, wish.reason());
        problems.check(!lead.isEmpty(), "lead", "form.required")
                .check(lead.isEmpty() || known, "lead", "task.noDepartment")
                .check(
                        !known || !lead.equals(departments.currentOf(who.municipality(), measure.lead())),
                        "lead",
                        "steering.lead.same")
                .throwIfAny();
        Interruption what = interruption(who, measure, reason);
        course.changeLead(who.municipality(), measure.id(), lead, who.user());
        Picture moved = running.changeLead(what, measure.lead(), lead);
        return note(what, who, measure, Kind.LEAD_CHANGED, moved, lead, null, null);
    }

    /** @return the measure, kept from others until the transaction ends; one with which something can still happen */
    private Standing underWay(Steersman who, String number) {
        Standing measure = locked(who, number);
        if (measure.isOver()) {
            throw new InterventionRefused(Cause.CONFLICT, "steering.over");
        }
        if (!lifecycles.isRunning(who.municipality(), number)) {
            throw new InterventionRefused(Cause.CONFLICT, "process.noProcess");
        }
        return measure;
    }

    private Standing locked(Steersman who, String number) {
        return course.lock(who.municipality(), number)
                .orElseThrow(() -> new InterventionRefused(Cause.NOT_FOUND, "process.noMeasure"));
    }

    private static String reasonOnly(Wish wish) {
        Problems problems = new Problems();
        String reason = reason(problems, wish.reason());
        problems.throwIfAny();
        return reason;
    }

    private static String reason(Problems problems, String written) {
        String text = written == null ? "" : written.strip();
        problems.check(!text.isEmpty(), "reason", "form.required")
                .check(text.codePointCount(0, text.length()) <= LONGEST, "reason", "form.maxLength", LONGEST)
                .check(text.codePoints().allMatch(StorableText::takes), "reason", "form.characters");
        return text;
    }

    private static Interruption interruption(Steersman who, Standing measure, String reason) {
        return new Interruption(
                UUID.randomUUID(), who.municipality(), measure.id(), measure.number(), who.user(), reason);
    }

    private Done note(
            Interruption what,
            Steersman who,
            Standing before,
            Kind kind,
            Picture concerned,
            String lead,
            UUID into,
            Integer rested) {
        boolean moves = kind == Kind.RESUMED && rested > 0;
        PastInterruption done = new PastInterruption(
                what.id(),
                what.municipality(),
                what.measure(),
                kind,
                what.by(),
                clock.instant(),
                what.reason(),
                before.state().name(),
                before.lead(),
                lead,
                into,
                rested,
                concerned.tasks().size(),
                moves
                        ? (int) concerned.timers().stream()
                                .filter(timer -> !promised(timer))
                                .count()
                        : 0);
        interruptions.add(done);
        String state =
                measures.find(what.municipality(), what.measure()).state().name();
        events.publishEvent(
                BusinessAction.of(what.municipality(), what.measure(), kind.action(), Subject.whole(), what.by())
                        .as(who.mandate().group())
                        .inPlaceOf(who.mandate().deputyFor())
                        .because(what.reason())
                        .changing(changes(done, state)));
        return new Done(done, concerned);
    }

    private static boolean promised(Waiting timer) {
        return timer.promised();
    }

    private static List<Change> changes(PastInterruption done, String state) {
        List<Change> changes = new ArrayList<>();
        add(changes, "state", done.stateBefore(), state);
        add(changes, "lead", done.leadBefore(), done.leadAfter());
        if (done.mergedInto() != null) {
            changes.add(Change.of("mergedInto", null, done.mergedInto()));
        }
        if (done.workingDays() != null) {
            changes.add(Change.of("workingDays", null, done.workingDays()));
        }
        changes.add(Change.of("tasks", null, done.tasks()));
        return changes;
    }

    private static void add(List<Change> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(Change.of(field, before, after));
        }
    }
}
