package de.kreislaufstadt.opendata;

import de.kreislaufstadt.opendata.DataTable.Column;
import de.kreislaufstadt.released.LiveState;
import de.kreislaufstadt.released.LiveState.Stay;
import de.kreislaufstadt.released.ReleasedParts.Indicator;
import de.kreislaufstadt.released.ReleasedParts.Observation;
import de.kreislaufstadt.released.ReleasedParts.PlanRow;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The tables that measures are handed out in. Names of columns are promised: they stay, and new ones come at the end. */
final class DataTables {

    static final DataTable<Object> MEASURES =
            new DataTable<>("massnahmen", MeasureColumns.ALL, measure -> List.of(measure));

    static final DataTable<Figure> INDICATORS = new DataTable<>(
            "indikatoren",
            keyed(List.of(
                    Column.of("indicator", figure -> figure.indicator().name()),
                    Column.of(
                            "day",
                            figure -> figure.value() == null
                                    ? null
                                    : figure.value().day()),
                    Column.of("kind", figure -> figure.indicator().kind()),
                    Column.of("unit", figure -> figure.indicator().unit()),
                    Column.of("start", figure -> figure.indicator().start()),
                    Column.of("goal", figure -> figure.indicator().goal()),
                    Column.of("goal_text", figure -> figure.indicator().goalText()),
                    Column.of("target_year", figure -> figure.indicator().targetYear()),
                    Column.of(
                            "value",
                            figure -> figure.value() == null
                                    ? null
                                    : figure.value().value()),
                    Column.of(
                            "finding",
                            figure -> figure.value() == null
                                    ? null
                                    : figure.value().finding()),
                    Column.of(
                            "source",
                            figure -> figure.value() == null
                                    ? null
                                    : figure.value().source()))),
            DataTables::figures);

    static final DataTable<Planned> FINANCE_PLAN = new DataTable<>(
            "finanzplan",
            keyed(List.of(
                    Column.of("position", Planned::position),
                    Column.of("year", planned -> planned.row().year()),
                    Column.of("amount", planned -> planned.row().amount()),
                    Column.of("product_group", planned -> planned.row().productGroup()),
                    Column.of("line", planned -> planned.row().line()))),
            DataTables::planned);

    static final DataTable<Step> STEPS = new DataTable<>(
            "schritte",
            keyed(List.of(
                    Column.of("phase", Step::phase),
                    Column.of("planned", Step::planned),
                    Column.of(
                            "entered",
                            step -> step.stay() == null ? null : step.stay().entered()),
                    Column.of(
                            "left",
                            step -> step.stay() == null ? null : step.stay().left()),
                    Column.of("days", Step::days))),
            DataTables::steps);

    /** All tables whose rows come from measures, in the order of the workbook. */
    static final List<DataTable<?>> ALL = List.of(MEASURES, INDICATORS, FINANCE_PLAN, STEPS);

    private DataTables() {}

    /** @param value null for an indicator of which nothing was observed yet */
    record Figure(Indicator indicator, Observation value) {}

    /** @param position 1 for the first line of the plan */
    record Planned(int position, PlanRow row) {}

    /**
     * A phase of a measure.
     *
     * @param planned whether the latest approval orders it
     * @param stay when the measure was in it; null if it was not
     */
    record Step(String phase, boolean planned, Stay stay) {

        /** @return whole days, null while it lasts or where it never began */
        Long days() {
            return stay == null || stay.entered() == null || stay.left() == null
                    ? null
                    : ChronoUnit.DAYS.between(stay.entered(), stay.left());
        }
    }

    private static List<Figure> figures(Published measure) {
        return measure.content().indicators().stream()
                .flatMap(indicator -> indicator.values().isEmpty()
                        ? Stream.of(new Figure(indicator, null))
                        : indicator.values().stream().map(value -> new Figure(indicator, value)))
                .toList();
    }

    private static List<Planned> planned(Published measure) {
        List<PlanRow> plan = measure.content().finance().plan();
        List<Planned> rows = new ArrayList<>();
        for (PlanRow row : plan) {
            rows.add(new Planned(rows.size() + 1, row));
        }
        return rows;
    }

    /** Every stay, a phase entered twice as two, then the planned phases it has not reached. */
    private static List<Step> steps(Published measure) {
        LiveState live = measure.live();
        if (live == null) {
            return List.of();
        }
        Set<String> open = new LinkedHashSet<>(live.plannedPhases());
        List<Step> steps = new ArrayList<>();
        for (Stay stay : live.past()) {
            steps.add(new Step(stay.phase(), live.plannedPhases().contains(stay.phase()), stay));
            open.remove(stay.phase());
        }
        open.forEach(phase -> steps.add(new Step(phase, true, null)));
        return steps;
    }

    private static <R> List<Column<R>> keyed(List<Column<R>> columns) {
        List<Column<R>> all = new ArrayList<>();
        all.add(Column.ofMeasure(
                "municipality", measure -> measure.municipality().id()));
        all.add(Column.ofMeasure("number", Published::number));
        all.addAll(columns);
        return all;
    }
}
