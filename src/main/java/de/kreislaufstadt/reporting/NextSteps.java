package de.kreislaufstadt.reporting;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.DepartmentDirectory;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What comes next in a round, with whom, until when: its steps are done on a page and lie in no inbox. */
@Component
class NextSteps {

    private final Texts texts = Texts.of("reporting");
    private final ClimateUnit unit;
    private final ReportTable reports;
    private final DepartmentDirectory departments;
    private final Clock clock;

    NextSteps(ClimateUnit unit, ReportTable reports, DepartmentDirectory departments, Clock clock) {
        this.unit = unit;
        this.reports = reports;
        this.departments = departments;
        this.clock = clock;
    }

    /**
     * A step in words.
     *
     * @param due null where no day is set
     * @param waitsForYou whether the reader can do it
     */
    record Next(String step, String with, LocalDate due, boolean overdue, boolean waitsForYou) {}

    /** @return null where the product goes on by itself, and at the end */
    Next of(Staff staff, Round round) {
        return switch (round.state()) {
            case COLLECTING -> next("reports", texts.get("reporting.next.leads"), round.due(), false);
            case CLOSED -> afterReports(staff, round);
            default -> null;
        };
    }

    private Next afterReports(Staff staff, Round round) {
        if (reports.anyOpen(staff.municipality(), round.id())) {
            return next("returned", texts.get("reporting.next.leads"), null, false);
        }
        String name = departments.nameOf(staff.municipality(), staff.unit());
        return round.isPaperComplete()
                ? next(
                        "release",
                        texts.get("reporting.next.head", name),
                        round.nextDue(),
                        staff.head() && !unit.hasWorkedOn(staff, round))
                : next("paper", name, round.nextDue(), staff.member());
    }

    private Next next(String step, String with, LocalDate due, boolean waitsForYou) {
        return new Next(
                texts.get("reporting.next." + step),
                with,
                due,
                due != null && due.isBefore(LocalDate.now(clock)),
                waitsForYou);
    }
}
