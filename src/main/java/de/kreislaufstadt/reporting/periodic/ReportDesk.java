package de.kreislaufstadt.reporting.periodic;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.StandIns;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.rights.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts reports together, lets them be changed and released. Whoever has worked on one does not release it, nor does somebody in
 * their place; what was released stays as it is.
 */
@Service
@Transactional
class ReportDesk {

    /** Role of the department that watches over all measures (see the decision table {@code task-routing}). */
    private static final String UNIT = "CLIMATE_UNIT";

    private static final String MANAGERS = "-managers";
    private static final int LONGEST_PREFACE = 5000;
    private static final int LONGEST_REASON = 2000;

    private final PeriodicReportTable reports;
    private final ReportFigures figures;
    private final Municipalities municipalities;
    private final DepartmentDirectory departments;
    private final Visitors visitors;
    private final StandIns standIns;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportDesk(
            PeriodicReportTable reports,
            ReportFigures figures,
            Municipalities municipalities,
            DepartmentDirectory departments,
            Visitors visitors,
            StandIns standIns,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reports = reports;
        this.figures = figures;
        this.municipalities = municipalities;
        this.departments = departments;
        this.visitors = visitors;
        this.standIns = standIns;
        this.events = events;
        this.clock = clock;
    }

    /** There is no such report for who asks. */
    static final class Gone extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** A report, what has changed since the frozen one before it, and what its reader may do with it. */
    record Seen(PeriodicReport report, Optional<PeriodicReport> before, boolean mayChange, boolean mayRelease) {

        List<ReportChanges.Change> changes() {
            return before.map(earlier -> ReportChanges.between(earlier.content(), report.content()))
                    .orElse(List.of());
        }
    }

    /**
     * @return the reports of the reader's municipality, the latest period first
     * @throws Gone if they are none of the reader's business
     */
    @Transactional(readOnly = true)
    public List<Seen> all() {
        Login who = reader();
        List<PeriodicReport> all = reports.all(municipality(who));
        return all.stream().map(report -> seen(report, all, who)).toList();
    }

    /** @return whether the reader may put a report together: a manager, or the climate staff unit */
    @Transactional(readOnly = true)
    public boolean mayDraft() {
        Login who = reader();
        return manages(who) || isOfUnit(who);
    }

    /** @throws Gone if there is none of this id in the reader's municipality */
    @Transactional(readOnly = true)
    public Seen one(UUID id) {
        Login who = reader();
        List<PeriodicReport> all = reports.all(municipality(who));
        return all.stream()
                .filter(report -> report.id().equals(id))
                .findFirst()
                .map(report -> seen(report, all, who))
                .orElseThrow(Gone::new);
    }

    /**
     * Puts a report together as it stands at the end of the period, or today where the period still runs.
     *
     * @param key of the period, see {@link Period}
     * @param correction why a frozen report of the same period has to be corrected; null where there is none
     * @throws FormRefused if the period has not begun, a draft of it is there already, or a frozen one and no reason
     */
    public Seen draft(String key, String preface, String correction) {
        Login who = author();
        String municipality = municipality(who);
        Period period = Period.of(key);
        if (!period.hasBegun(LocalDate.now(clock))) {
            throw refused("period", "report.periodToCome");
        }
        List<PeriodicReport> same = reports.all(municipality).stream()
                .filter(report -> report.period().equals(period))
                .toList();
        if (same.stream().anyMatch(report -> !report.isFrozen())) {
            throw refused("period", "report.draftThere");
        }
        String reason = text("correction", correction, LONGEST_REASON);
        if (!same.isEmpty() && reason == null) {
            throw refused("correction", "report.correctionNeedsReason");
        }
        PeriodicReport report = new PeriodicReport(
                UUID.randomUUID(),
                period,
                same.size() + 1,
                same.isEmpty() ? null : reason,
                text("preface", preface, LONGEST_PREFACE),
                contentOf(municipality, period),
                List.of(who.user()),
                clock.instant(),
                null,
                null,
                null);
        reports.add(municipality, report);
        tell(Kind.REPORT_DRAFTED, municipality, report, who, null);
        return one(report.id());
    }

    /** Changes the preface of a draft and counts its figures anew; whoever does so has worked on it. */
    public Seen change(UUID id, String preface) {
        Login who = author();
        String municipality = municipality(who);
        PeriodicReport report = draftOf(municipality, id);
        reports.change(
                municipality,
                id,
                text("preface", preface, LONGEST_PREFACE),
                contentOf(municipality, report.period()),
                who.user());
        tell(Kind.REPORT_CHANGED, municipality, report, who, null);
        return one(id);
    }

    /** @throws FormRefused if it is frozen */
    public void discard(UUID id) {
        Login who = author();
        String municipality = municipality(who);
        PeriodicReport report = draftOf(municipality, id);
        reports.discard(municipality, id);
        tell(Kind.REPORT_DISCARDED, municipality, report, who, null);
    }

    /**
     * Releases a draft as it is, and thereby freezes it.
     *
     * @throws FormRefused if the reader, or the person in whose place they act, has worked on it, or it is frozen already
     */
    public Seen release(UUID id) {
        Login who = reader();
        String municipality = municipality(who);
        if (!manages(who)) {
            throw new Gone();
        }
        PeriodicReport report = draftOf(municipality, id);
        String inPlaceOf = absent(municipality, who);
        if (hasWorkedOn(report, who.user(), inPlaceOf)) {
            throw refused("release", "process.fourEyes");
        }
        reports.release(municipality, report, who.user(), clock.instant());
        tell(Kind.REPORT_RELEASED, municipality, report, who, inPlaceOf);
        return one(id);
    }

    private PeriodicReport draftOf(String municipality, UUID id) {
        PeriodicReport report = reports.locked(municipality, id).orElseThrow(Gone::new);
        if (report.isFrozen()) {
            throw refused("report", "report.frozen");
        }
        return report;
    }

    private ReportContent contentOf(String municipality, Period period) {
        LocalDate today = LocalDate.now(clock);
        return figures.of(
                municipality,
                municipalities.nameOf(municipality),
                period,
                period.until().isBefore(today) ? period.until() : today);
    }

    private Seen seen(PeriodicReport report, List<PeriodicReport> all, Login who) {
        boolean open = !report.isFrozen();
        return new Seen(
                report,
                all.stream().filter(other -> isBefore(other, report)).findFirst(),
                open && (manages(who) || isOfUnit(who)),
                open && manages(who) && !hasWorkedOn(report, who.user(), absent(municipality(who), who)));
    }

    /** Of all frozen reports about the same kind of period: the one before, or the one it corrects. */
    private static boolean isBefore(PeriodicReport other, PeriodicReport report) {
        if (!other.isFrozen() || other.period().isYear() != report.period().isYear()) {
            return false;
        }
        int periods = other.period().key().compareTo(report.period().key());
        return periods < 0 || periods == 0 && other.version() < report.version();
    }

    private static boolean hasWorkedOn(PeriodicReport report, String user, String inPlaceOf) {
        return Stream.of(user, inPlaceOf).filter(Objects::nonNull).anyMatch(report.authors()::contains);
    }

    /** @return whose place the reader takes among the managers; null where they are one themselves */
    private String absent(String municipality, Login who) {
        return standIns.onBehalfOf(who.user(), municipality + MANAGERS, null).orElse(null);
    }

    private void tell(Kind kind, String municipality, PeriodicReport report, Login who, String inPlaceOf) {
        events.publishEvent(
                BusinessAction.of(municipality, null, kind, Subject.whole().about("report-" + report.id()), who.user())
                        .as(manages(who) ? municipality + MANAGERS : unitOf(municipality))
                        .inPlaceOf(inPlaceOf));
    }

    private static String text(String field, String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > longest) {
            throw refused(field, "report.tooLong", longest);
        }
        return text.strip();
    }

    private static FormRefused refused(String field, String key, Object... arguments) {
        return FormRefused.at(field, key, arguments).inForm("report");
    }

    private Login reader() {
        return visitors.current()
                .filter(who ->
                        Role.of(who.groups(), who.tenants()).stream().anyMatch(Role::looksEverywhere) || isOfUnit(who))
                .orElseThrow(Gone::new);
    }

    private Login author() {
        Login who = reader();
        if (!manages(who) && !isOfUnit(who)) {
            throw new Gone();
        }
        return who;
    }

    private String unitOf(String municipality) {
        return municipality + "-"
                + departments.departmentWithRole(municipality, UNIT).orElseThrow(Gone::new);
    }

    private static boolean manages(Login who) {
        return Role.of(who.groups(), who.tenants()).contains(Role.MANAGER);
    }

    private boolean isOfUnit(Login who) {
        String municipality = municipality(who);
        return departments
                .departmentWithRole(municipality, UNIT)
                .filter(departments.departmentsOf(municipality, who.groups())::contains)
                .isPresent();
    }

    private static String municipality(Login who) {
        if (who.tenants().size() != 1) {
            throw new Gone();
        }
        return who.tenants().get(0);
    }
}
