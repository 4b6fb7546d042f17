package de.kreislaufstadt.reporting;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.MeasureRecords;
import de.kreislaufstadt.measure.MeasureRecords.Standing;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.SystemProcesses;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens reporting rounds. */
@Service
class RoundOpening {

    private static final int LONGEST_NAME = 120;

    private final ClimateUnit unit;
    private final RoundTable rounds;
    private final ReportTable reports;
    private final MeasureRecords measures;
    private final SystemProcesses processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoundOpening(
            ClimateUnit unit,
            RoundTable rounds,
            ReportTable reports,
            MeasureRecords measures,
            SystemProcesses processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.unit = unit;
        this.rounds = rounds;
        this.reports = reports;
        this.measures = measures;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    /** @return the measures that a round would ask now */
    @Transactional(readOnly = true)
    List<Standing> candidates() {
        return measures.running(unit.acting().municipality());
    }

    /**
     * @return key of the new round
     * @throws de.kreislaufstadt.form.FormRefused if the days contradict each other, or there is such a round already
     */
    @Transactional
    String open(NewRound wanted) {
        Staff staff = unit.acting();
        checkDays(wanted);
        rounds.lockNumbers(staff.municipality());
        List<Standing> asked = asked(staff, wanted);
        int expected = (int) asked.stream()
                .filter(measure -> measure.state() != MeasureState.PAUSED)
                .count();
        new Problems()
                .check(
                        !rounds.hasPeriod(staff.municipality(), wanted.periodFrom(), wanted.periodTo()),
                        "periodFrom",
                        "reporting.period.twice")
                .check(expected > 0, "measures", "reporting.measures.none")
                .throwIfAny();
        Round round = round(staff, wanted, expected);
        rounds.add(staff.municipality(), round);
        reports.plan(staff.municipality(), round.id(), asked);
        rounds.note(staff, round.id(), RoundTable.Event.OPENED, null);
        rounds.runsAs(
                staff.municipality(),
                round.id(),
                processes.start(
                        staff.municipality(), RoundCourse.PROCESS, round.key(), Outcome.of("roundId", round.id())));
        events.publishEvent(BusinessAction.of(
                        staff.municipality(),
                        null,
                        Kind.ROUND_OPENED,
                        new Subject(RoundCourse.PROCESS, null, null, round.key()),
                        staff.user())
                .as(staff.role())
                .inPlaceOf(staff.deputyFor())
                .changing(
                        Change.of("name", null, round.name()),
                        Change.of("periodFrom", null, round.periodFrom()),
                        Change.of("periodTo", null, round.periodTo()),
                        Change.of("cutOff", null, round.cutOff()),
                        Change.of("due", null, round.due()),
                        Change.of("expected", null, expected)));
        return round.key();
    }

    private Round round(Staff staff, NewRound wanted, int expected) {
        return new Round(
                UUID.randomUUID(),
                rounds.nextKey(staff.municipality(), wanted.cutOff().getYear()),
                wanted.name().strip(),
                wanted.periodFrom(),
                wanted.periodTo(),
                wanted.cutOff(),
                wanted.due(),
                RoundState.OPENING,
                expected,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private void checkDays(NewRound wanted) {
        LocalDate today = LocalDate.now(clock);
        String name = wanted.name() == null ? "" : wanted.name().strip();
        Problems problems = new Problems()
                .check(!name.isEmpty() && name.length() <= LONGEST_NAME, "name", "reporting.name.length", LONGEST_NAME)
                .check(wanted.periodFrom() != null, "periodFrom", "reporting.day.missing")
                .check(wanted.periodTo() != null, "periodTo", "reporting.day.missing")
                .check(wanted.cutOff() != null, "cutOff", "reporting.day.missing")
                .check(wanted.due() != null, "due", "reporting.day.missing");
        problems.throwIfAny();
        problems.check(!wanted.periodTo().isBefore(wanted.periodFrom()), "periodTo", "reporting.period.order")
                .check(!wanted.cutOff().isAfter(today), "cutOff", "reporting.cutOff.future")
                .check(!wanted.cutOff().isBefore(wanted.periodFrom()), "cutOff", "reporting.cutOff.beforePeriod")
                .check(!wanted.cutOff().isAfter(wanted.periodTo()), "cutOff", "reporting.cutOff.afterPeriod")
                .check(!wanted.due().isBefore(today), "due", "reporting.due.past");
        problems.throwIfAny();
    }

    private List<Standing> asked(Staff staff, NewRound wanted) {
        List<Standing> running = measures.running(staff.municipality());
        if (wanted.measures().isEmpty()) {
            return running;
        }
        Set<String> unknown = new TreeSet<>(wanted.measures());
        unknown.removeAll(running.stream().map(Standing::number).collect(Collectors.toSet()));
        new Problems()
                .check(unknown.isEmpty(), "measures", "reporting.measures.unknown", String.join(", ", unknown))
                .throwIfAny();
        return running.stream()
                .filter(measure -> wanted.measures().contains(measure.number()))
                .toList();
    }
}
