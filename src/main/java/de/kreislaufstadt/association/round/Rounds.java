package de.kreislaufstadt.association.round;

import de.kreislaufstadt.association.ComponentsChanged;
import de.kreislaufstadt.association.round.DraftingUnit.Staff;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the association's office does with rounds outside of tasks: begin, close early, remind, cancel, withdraw a version. Every
 * method throws {@link NotYours} unless the person of the request belongs to the drafting department, and {@link NoSuchRound} for a
 * key that is none.
 */
@Service
public class Rounds {

    private static final int LONGEST_REASON = 2000;

    private final DraftingUnit unit;
    private final RoundKeys keys;
    private final RoundTable rounds;
    private final RoundBegin begin;
    private final RoundCourse course;
    private final MemberReminders reminders;
    private final VersionTable versions;
    private final EventTable events;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Rounds(
            DraftingUnit unit,
            RoundKeys keys,
            RoundTable rounds,
            RoundBegin begin,
            RoundCourse course,
            MemberReminders reminders,
            VersionTable versions,
            EventTable events,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.unit = unit;
        this.keys = keys;
        this.rounds = rounds;
        this.begin = begin;
        this.course = course;
        this.reminders = reminders;
        this.versions = versions;
        this.events = events;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Begins a round with the sections of the last version as draft.
     *
     * @return its key, e.g. {@code MA-STRATEGY-2}
     * @throws RoundRefused if a round of the component runs
     */
    @Transactional
    public String begin(ModelComponent component) {
        return begun(unit.acting(), component)
                .orElseThrow(() -> new RoundRefused("association.round.running", component.label()));
    }

    /**
     * Begins a round of every component of which none runs.
     *
     * @return their keys
     * @throws RoundRefused if a round of every component runs
     */
    @Transactional
    public List<String> beginAll() {
        Staff staff = unit.acting();
        List<String> begun = Arrays.stream(ModelComponent.values())
                .flatMap(component -> begun(staff, component).stream())
                .toList();
        if (begun.isEmpty()) {
            throw new RoundRefused("association.round.allRunning");
        }
        return begun;
    }

    private Optional<String> begun(Staff staff, ModelComponent component) {
        Optional<String> begun = begin.begin(staff.office(), component, staff.user(), staff.deputyFor())
                .map(ComponentRound::key);
        begun.ifPresent(key -> publisher.publishEvent(action(staff, key, Kind.COMPONENT_ROUND_BEGUN)));
        return begun;
    }

    /**
     * Closes the comments of a round although members are missing.
     *
     * @param reason 1 to 2000 characters
     * @throws RoundRefused if tasks are still being given out, or nobody can answer any more
     * @throws de.kreislaufstadt.form.FormRefused without a reason
     */
    @Transactional
    public void close(String key, String reason) {
        Staff staff = unit.acting();
        ComponentRound round = held(staff, key);
        if (round.state() == RoundState.OPENING) {
            throw new RoundRefused("association.round.opening");
        }
        if (round.state() != RoundState.COMMENTING) {
            throw new RoundRefused("association.round.notCommenting");
        }
        String why = reason(reason);
        course.closedByOffice(staff.office(), round);
        note(staff, round, RoundEvent.CLOSED, why);
        publisher.publishEvent(
                action(staff, key, Kind.COMPONENT_COMMENTS_CLOSED).because(why));
    }

    /**
     * Reminds the members that have not answered.
     *
     * @return how many were reminded
     * @throws RoundRefused if nobody can answer any more
     */
    @Transactional
    public int remind(String key) {
        Staff staff = unit.acting();
        ComponentRound round = held(staff, key);
        if (!round.state().takesComments()) {
            throw new RoundRefused("association.round.notCommenting");
        }
        int reminded = reminders.remind(staff.office(), round);
        note(staff, round, RoundEvent.REMINDED, Integer.toString(reminded));
        return reminded;
    }

    /**
     * Ends a round without version; open tasks end with it, in the office and in the cities.
     *
     * @param reason 1 to 2000 characters
     * @throws RoundRefused if it is over
     * @throws de.kreislaufstadt.form.FormRefused without a reason
     */
    @Transactional
    public void cancel(String key, String reason) {
        Staff staff = unit.acting();
        ComponentRound round = held(staff, key);
        if (round.state().isOver()) {
            throw new RoundRefused("association.round.over");
        }
        String why = reason(reason);
        rounds.cancelled(staff.office(), round.id(), why, LocalDate.now(clock));
        note(staff, round, RoundEvent.CANCELLED, why);
        course.cancelled(round);
        publisher.publishEvent(
                action(staff, key, Kind.COMPONENT_ROUND_CANCELLED).because(why));
    }

    /**
     * Withdraws a published version. Cities that built on it keep what they wrote and see that it was withdrawn.
     *
     * @param reason 1 to 2000 characters; everybody may read it
     * @throws RoundRefused if it is withdrawn already
     * @throws de.kreislaufstadt.form.FormRefused without a reason
     */
    @Transactional
    public void withdraw(ModelComponent component, int version, String reason) {
        Staff staff = unit.acting();
        VersionTable.Known known =
                versions.lock(staff.office(), component, version).orElseThrow(NoSuchRound::new);
        if (known.withdrawn()) {
            throw new RoundRefused("association.round.withdrawn");
        }
        String why = reason(reason);
        versions.withdraw(staff.office(), known.id(), why, LocalDate.now(clock));
        ComponentRound round = rounds.of(staff.office(), known.round());
        note(staff, round, RoundEvent.WITHDRAWN, why);
        publisher.publishEvent(action(staff, round.key(), Kind.COMPONENT_VERSION_WITHDRAWN)
                .because(why)
                .changing(Change.of("version", version, null)));
        publisher.publishEvent(new ComponentsChanged(component));
    }

    private ComponentRound held(Staff staff, String key) {
        ComponentRound found = keys.find(staff.office(), key).orElseThrow(NoSuchRound::new);
        return rounds.lock(staff.office(), found.id());
    }

    private static String reason(String reason) {
        String why = reason == null ? "" : reason.strip();
        new Problems()
                .check(
                        !why.isEmpty() && why.length() <= LONGEST_REASON,
                        "reason",
                        "association.round.reason",
                        LONGEST_REASON)
                .throwIfAny();
        return why;
    }

    private void note(Staff staff, ComponentRound round, RoundEvent kind, String note) {
        events.note(staff.office(), round.id(), kind, staff.user(), staff.deputyFor(), note);
    }

    private static BusinessAction action(Staff staff, String key, Kind kind) {
        return BusinessAction.of(
                        staff.office(), null, kind, new Subject(RoundCourse.PROCESS, null, null, key), staff.user())
                .as(staff.role())
                .inPlaceOf(staff.deputyFor());
    }
}
