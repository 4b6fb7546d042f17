package de.kreislaufstadt.reporting;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the climate staff unit does with a round after it was opened: close it, write its paper, release it. */
@Service
class RoundDesk {

    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_PAPER = 500_000;

    private final ClimateUnit unit;
    private final RoundTable rounds;
    private final ReportTable reports;
    private final RoundCourse course;
    private final Municipalities municipalities;
    private final RoundDays days;
    private final ApplicationEventPublisher events;

    RoundDesk(
            ClimateUnit unit,
            RoundTable rounds,
            ReportTable reports,
            RoundCourse course,
            Municipalities municipalities,
            RoundDays days,
            ApplicationEventPublisher events) {
        this.unit = unit;
        this.rounds = rounds;
        this.reports = reports;
        this.course = course;
        this.municipalities = municipalities;
        this.days = days;
        this.events = events;
    }

    /** The council paper as somebody writes it; null or blank where it has no number or date yet. */
    record Paper(String number, LocalDate date, String text) {}

    /**
     * Closes a round although reports are missing.
     *
     * @throws RoundRefused if nobody can report in it any more, or its tasks are still being given out
     */
    @Transactional
    void close(String key, String reason) {
        Staff staff = unit.acting();
        Round round = held(staff, key);
        if (round.state() == RoundState.OPENING) {
            throw new RoundRefused("reporting.round.opening");
        }
        if (round.state() != RoundState.COLLECTING) {
            throw new RoundRefused("reporting.round.notCollecting");
        }
        String why = reason == null ? "" : reason.strip();
        new Problems()
                .check(
                        !why.isEmpty() && why.length() <= LONGEST_REASON,
                        "reason",
                        "reporting.close.reason",
                        LONGEST_REASON)
                .throwIfAny();
        reports.resting(staff.municipality(), round.id()).forEach(course::wake);
        rounds.closeBecause(staff.municipality(), round.id(), why);
        reports.missing(staff.municipality(), round.id());
        rounds.note(staff, round.id(), RoundTable.Event.CLOSED, why);
        course.collected(staff.municipality(), round);
        events.publishEvent(action(staff, round, Kind.ROUND_CLOSED)
                .because(why)
                .changing(Change.of("reported", null, round.reported() + "/" + round.expected())));
    }

    /**
     * Keeps the council paper.
     *
     * @throws RoundRefused unless all reports are in and the round is not released
     */
    @Transactional
    void paper(String key, Paper paper) {
        Staff staff = unit.acting();
        Round round = held(staff, key);
        requireClosed(round);
        String number = blankToNull(paper.number());
        String text = blankToNull(paper.text());
        boolean wellFormed = number == null
                || municipalities
                        .paperNumberPattern(staff.municipality())
                        .map(pattern -> pattern.matcher(number).matches())
                        .orElse(number.length() <= 40);
        new Problems()
                .check(wellFormed, "number", "reporting.paper.number")
                .check(
                        paper.date() == null || !paper.date().isBefore(round.cutOff()),
                        "date",
                        "reporting.paper.beforeCutOff")
                .check(text != null && text.length() <= LONGEST_PAPER, "text", "reporting.paper.text", LONGEST_PAPER)
                .throwIfAny();
        rounds.paper(staff.municipality(), round.id(), number, paper.date(), text);
        if (!round.isPaperComplete() && number != null && paper.date() != null) {
            rounds.nextUntil(staff.municipality(), round.id(), days.forRelease(staff.municipality()));
        }
        rounds.note(staff, round.id(), RoundTable.Event.PAPER_EDITED, null);
        events.publishEvent(action(staff, round, Kind.ROUND_PAPER_WRITTEN)
                .changing(
                        Change.of("paperNumber", round.paperNumber(), number),
                        Change.of("paperDate", round.paperDate(), paper.date()),
                        Change.of("paperText", round.paperText(), text)));
    }

    /**
     * Releases a round: from now on its reports never change.
     *
     * @throws RoundRefused if reports are missing, or one was given back and is not there again
     * @throws FormRefused if the head, or whoever they stand in for, has opened, closed or edited the round or written one of
     *     its reports, or if the paper lacks its number or date
     */
    @Transactional
    void release(String key) {
        Staff staff = unit.releasing();
        Round round = held(staff, key);
        requireClosed(round);
        if (reports.anyOpen(staff.municipality(), round.id())) {
            throw new RoundRefused("reporting.return.open");
        }
        if (unit.hasWorkedOn(staff, round)) {
            throw FormRefused.at("release", "process.fourEyes");
        }
        new Problems()
                .check(round.paperNumber() != null, "number", "reporting.paper.numberMissing")
                .check(round.paperDate() != null, "date", "reporting.paper.dateMissing")
                .check(round.paperText() != null, "text", "reporting.paper.textMissing")
                .throwIfAny();
        rounds.note(staff, round.id(), RoundTable.Event.RELEASED, null);
        course.released(staff.municipality(), round);
        events.publishEvent(action(staff, round, Kind.ROUND_RELEASED)
                .changing(
                        Change.of("paperNumber", null, round.paperNumber()),
                        Change.of("paperDate", null, round.paperDate()),
                        Change.of("reported", null, round.reported() + "/" + round.expected())));
    }

    private static BusinessAction action(Staff staff, Round round, Kind kind) {
        return BusinessAction.of(
                        staff.municipality(),
                        null,
                        kind,
                        new Subject(RoundCourse.PROCESS, null, null, round.key()),
                        staff.user())
                .as(staff.role())
                .inPlaceOf(staff.deputyFor());
    }

    private Round held(Staff staff, String key) {
        Round found = rounds.find(staff.municipality(), key).orElseThrow(NoSuchRound::new);
        return rounds.lock(staff.municipality(), found.id());
    }

    private static void requireClosed(Round round) {
        if (round.state().collects() || round.state() == RoundState.CLOSING) {
            throw new RoundRefused("reporting.round.notClosed");
        }
        if (round.state() != RoundState.CLOSED) {
            throw new RoundRefused("reporting.round.released");
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The municipality has no such round. */
    static final class NoSuchRound extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
