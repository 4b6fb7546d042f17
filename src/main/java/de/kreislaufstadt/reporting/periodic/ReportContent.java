package de.kreislaufstadt.reporting.periodic;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a report says, kept as it was on the day it was put together. States, results and assessments are codes; departments and
 * fields of action stand by the name they had.
 *
 * @param city name of the municipality
 * @param asOf last day that was known: the end of the period, or the day of the report where the period still ran
 * @param measures every measure the city had on that day, by number
 * @param progress changes of state in the period
 * @param decisions decisions of bodies in the period
 * @param money plan and reported spending by year
 * @param funders who gives what, by year and name
 * @param effects what the stated CO2 savings add up to, by unit
 * @param co2 how many measures state a number for it
 * @param phases how long phases took that ended in the period
 * @param steps steps that were done in the period
 */
record ReportContent(
        String city,
        LocalDate from,
        LocalDate until,
        LocalDate asOf,
        List<MeasureLine> measures,
        List<Progress> progress,
        List<Decided> decisions,
        List<Money> money,
        List<Funder> funders,
        List<Effect> effects,
        Stated co2,
        List<PhaseTime> phases,
        Steps steps) {

    /** Reports that were frozen before funders were asked for have none. */
    ReportContent {
        funders = funders == null ? List.of() : List.copyOf(funders);
    }

    /**
     * @param plannedUntil as it is said of the measure, e.g. {@code 07/2027}; null where nothing is planned
     * @param assessment of the latest status report; null where there is none
     * @param reportedOn the day that report describes
     * @param report its text, the reason of a delay among it
     */
    record MeasureLine(
            String number,
            String title,
            String field,
            String state,
            String lead,
            LocalDate begin,
            String plannedUntil,
            String assessment,
            LocalDate reportedOn,
            String report) {

        /** @return whether it is later than planned or may fail, by its own latest report */
        boolean runsLate() {
            return "DELAYED".equals(assessment) || "AT_RISK".equals(assessment);
        }

        /** @return whether it runs or is being prepared, so that something is to be expected of it */
        boolean stillOpen() {
            return !List.of("COMPLETED", "MERGED", "CANCELLED", "REJECTED").contains(state);
        }
    }

    /** @param before null where the measure was new */
    record Progress(String number, String title, String before, String after, LocalDate on, String reason) {}

    record Decided(
            String number,
            String title,
            String body,
            LocalDate on,
            String result,
            String paper,
            String conditions,
            String reason) {}

    /**
     * Amounts in euros, posts in full posts. What measures report in rounds is in it since there are rounds: a report that was
     * frozen before has none.
     *
     * @param year null for later years
     * @param planned null where no plan names the year
     * @param spent null where nobody has reported spending for it
     * @param promised what funders have promised; null where nobody says so
     * @param received what came of it; null where nobody says so
     * @param posts planned ones; null where nobody says so
     * @param filled posts that are filled; null where nobody says so
     */
    record Money(
            Integer year,
            BigDecimal planned,
            BigDecimal spent,
            BigDecimal promised,
            BigDecimal received,
            BigDecimal posts,
            BigDecimal filled) {}

    /** What a funder gives in a year, in euros; null where nobody says so. */
    record Funder(int year, String name, BigDecimal promised, BigDecimal received) {}

    /** @param unit as values are reported in, e.g. {@code T_CO2_A} */
    record Effect(String unit, BigDecimal total, int measures) {}

    /** @param of all open or completed measures */
    record Stated(int stated, int of) {}

    /**
     * Days from entering a phase until leaving it, without the time a measure was paused.
     *
     * @param measures how many left it in the period
     */
    record PhaseTime(String state, int measures, int median, int ninety) {}

    /**
     * @param withDeadline how many of them had a deadline
     * @param inTime how many of those were done by its end
     */
    record Steps(int done, int withDeadline, int inTime) {}
}
