package de.kreislaufstadt.reporting;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.SystemProcesses;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for a new report that puts a frozen one right. */
@Service
class Corrections {

    private static final int LONGEST = 2000;

    private final ClimateUnit unit;
    private final RoundTable rounds;
    private final ReportTable reports;
    private final Measures measures;
    private final SystemProcesses processes;
    private final ApplicationEventPublisher events;

    Corrections(
            ClimateUnit unit,
            RoundTable rounds,
            ReportTable reports,
            Measures measures,
            SystemProcesses processes,
            ApplicationEventPublisher events) {
        this.unit = unit;
        this.rounds = rounds;
        this.reports = reports;
        this.measures = measures;
        this.processes = processes;
        this.events = events;
    }

    /**
     * @param number number of the measure whose report is wrong
     * @param request what is to be put right
     */
    record Wanted(String number, String request) {}

    /** @throws RoundRefused if the round is not frozen, or the report is already being corrected */
    @Transactional
    void ask(String key, Wanted wanted) {
        Staff staff = unit.acting();
        Round round = rounds.find(staff.municipality(), key).orElseThrow(RoundDesk.NoSuchRound::new);
        if (round.state() != RoundState.FROZEN) {
            throw new RoundRefused("reporting.round.notFrozen");
        }
        String request = wanted.request() == null ? "" : wanted.request().strip();
        Report corrected = wanted.number() == null
                ? null
                : reports.frozen(staff.municipality(), round.id(), wanted.number())
                        .orElse(null);
        new Problems()
                .check(
                        !request.isEmpty() && request.length() <= LONGEST,
                        "request",
                        "reporting.correction.request",
                        LONGEST)
                .check(corrected != null, "number", "reporting.correction.unknown")
                .throwIfAny();
        UUID id = UUID.randomUUID();
        String lead = measures.find(staff.municipality(), corrected.measureId()).lead();
        try {
            reports.planCorrection(staff.municipality(), id, corrected, lead, request);
        } catch (DuplicateKeyException e) {
            throw new RoundRefused("reporting.correction.open");
        }
        String instance = processes.start(
                staff.municipality(),
                RoundCourse.REPORT_PROCESS,
                wanted.number(),
                Outcome.of("measureId", corrected.measureId())
                        .and("lead", lead)
                        .and("reportId", id)
                        .and("correction", true)
                        .and("department", staff.unit()));
        reports.opened(staff.municipality(), id, instance);
        rounds.note(staff, round.id(), RoundTable.Event.CORRECTION_REQUESTED, wanted.number());
        events.publishEvent(BusinessAction.of(
                        staff.municipality(),
                        corrected.measureId(),
                        Kind.REPORT_CORRECTION_REQUESTED,
                        new Subject(RoundCourse.REPORT_PROCESS, null, null, round.key()),
                        staff.user())
                .as(staff.role())
                .inPlaceOf(staff.deputyFor())
                .because(request));
    }
}
