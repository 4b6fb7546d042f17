package de.kreislaufstadt.reporting;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.Measure;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.SystemProcesses;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a single report back to its lead: while others still report, and while the council paper is written. The round is not
 * released before the report is there again or the unit takes it as it was.
 */
@Service
class Returns {

    private static final int LONGEST = 2000;

    private final ClimateUnit unit;
    private final RoundTable rounds;
    private final ReportTable reports;
    private final RoundCourse course;
    private final Measures measures;
    private final SystemProcesses processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Returns(
            ClimateUnit unit,
            RoundTable rounds,
            ReportTable reports,
            RoundCourse course,
            Measures measures,
            SystemProcesses processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.unit = unit;
        this.rounds = rounds;
        this.reports = reports;
        this.course = course;
        this.measures = measures;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param number number of the measure whose report is given back
     * @param reason what has to change
     * @param due last day to report anew
     */
    record Wanted(String number, String reason, LocalDate due) {}

    /**
     * @throws RoundRefused if the round neither collects reports nor waits for its release
     * @throws FormRefused if the measure has no report that could be given back, the day is over, or there is no reason
     */
    @Transactional
    void giveBack(String key, Wanted wanted) {
        Staff staff = unit.acting();
        Round round = held(staff, key);
        String reason = wanted.reason() == null ? "" : wanted.reason().strip();
        Report report = find(staff, round, wanted.number(), Report.State.REPORTED);
        Measure measure = report == null ? null : measures.find(staff.municipality(), report.measureId());
        boolean goesOn = measure != null && measure.state() != MeasureState.PAUSED;
        new Problems()
                .check(report != null, "number", "reporting.return.unknown")
                .check(report == null || goesOn, "number", "reporting.return.rests")
                .check(!reason.isEmpty() && reason.length() <= LONGEST, "reason", "reporting.return.reason", LONGEST)
                .check(wanted.due() != null, "due", "reporting.day.missing")
                .check(
                        wanted.due() == null || !wanted.due().isBefore(LocalDate.now(clock)),
                        "due",
                        "reporting.due.past")
                .throwIfAny();
        String instance = processes.start(
                staff.municipality(),
                RoundCourse.REPORT_PROCESS,
                measure.number(),
                Outcome.of("measureId", measure.id())
                        .and("lead", measure.lead())
                        .and("reportId", report.id())
                        .and("correction", false)
                        .and("roundDue", wanted.due()));
        reports.giveBack(staff.municipality(), report.id(), measure.lead(), instance, reason);
        rounds.countReport(staff.municipality(), round.id(), -1);
        rounds.note(staff, round.id(), RoundTable.Event.REPORT_RETURNED, measure.number());
        events.publishEvent(action(staff, round, report, Kind.REPORT_RETURNED)
                .because(reason)
                .changing(Change.of("due", null, wanted.due())));
    }

    /**
     * Takes a report that was given back as it was: its task ends.
     *
     * @throws RoundRefused if the round neither collects reports nor waits for its release
     * @throws FormRefused if the report of the measure is not given back
     */
    @Transactional
    void takeAsItWas(String key, String number) {
        Staff staff = unit.acting();
        Round round = held(staff, key);
        Report report = find(staff, round, number, Report.State.OPEN);
        if (report == null || !report.isGivenBack()) {
            throw FormRefused.at("number", "reporting.return.notReturned");
        }
        course.wake(report.instanceId());
        course.withdrawn(report);
        reports.takeAsItWas(staff.municipality(), report.id());
        rounds.note(staff, round.id(), RoundTable.Event.RETURN_WITHDRAWN, number);
        events.publishEvent(action(staff, round, report, Kind.REPORT_RETURN_WITHDRAWN));
        course.counted(staff.municipality(), round);
    }

    private Round held(Staff staff, String key) {
        Round found = rounds.find(staff.municipality(), key).orElseThrow(RoundDesk.NoSuchRound::new);
        Round round = rounds.lock(staff.municipality(), found.id());
        if (round.state() == RoundState.OPENING) {
            throw new RoundRefused("reporting.round.opening");
        }
        if (round.state() == RoundState.CLOSING) {
            throw new RoundRefused("reporting.round.notClosed");
        }
        if (round.state() != RoundState.COLLECTING && round.state() != RoundState.CLOSED) {
            throw new RoundRefused("reporting.round.released");
        }
        return round;
    }

    private Report find(Staff staff, Round round, String number, Report.State state) {
        return number == null
                ? null
                : reports.inRound(staff.municipality(), round.id(), number.strip())
                        .filter(report -> report.state() == state)
                        .orElse(null);
    }

    private static BusinessAction action(Staff staff, Round round, Report report, Kind kind) {
        return BusinessAction.of(
                        staff.municipality(),
                        report.measureId(),
                        kind,
                        new Subject(RoundCourse.REPORT_PROCESS, null, null, round.key()),
                        staff.user())
                .as(staff.role())
                .inPlaceOf(staff.deputyFor());
    }
}
