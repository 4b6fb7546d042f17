package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.SourceRecord.Part;
import de.kreislaufstadt.measure.DecisionResult;
import de.kreislaufstadt.measure.FundingStatus;
import de.kreislaufstadt.measure.MeasureDecision;
import de.kreislaufstadt.measure.MeasureRecord.Funding;
import de.kreislaufstadt.measure.MeasureRecord.PlanRow;
import de.kreislaufstadt.measure.Phase;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.StatusReports.Assessment;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the rows of one measure in one of the tables with several rows for a measure become: the whole list as they say it. */
final class ListRules {

    private static final int LONGEST_REPORT = 5_000;
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_NAME = 250;

    private static final Map<Part, Target> TARGETS = Map.of(
            Part.INDICATORS, Target.INDICATORS,
            Part.PLAN, Target.PLAN,
            Part.FUNDING, Target.FUNDING,
            Part.DECISIONS, Target.DECISIONS,
            Part.REPORTS, Target.STATUS_REPORTS,
            Part.SOURCES, Target.SOURCES,
            Part.STEPS, Target.STEPS);

    private final ImportSettings settings;

    ListRules(ImportSettings settings) {
        this.settings = settings;
    }

    /** @return the field of the record that a table fills */
    static Target target(Part part) {
        return TARGETS.get(part);
    }

    /** Reads all rows of a table about one measure into its draft. */
    void read(Draft draft, Part part, List<SourceRecord> rows) {
        Target target = TARGETS.get(part);
        rows.forEach(row -> account(draft, row, target));
        if (part == Part.STEPS) {
            return;
        }
        List<ListRow> read =
                rows.stream().map(row -> new ListRow(draft, row, target)).toList();
        List<?> values = values(part, read).stream().filter(Objects::nonNull).toList();
        if (!values.isEmpty() && read.stream().allMatch(ListRow::isSound)) {
            if (draft.states(target) && !draft.value(target).orElseThrow().equals(values)) {
                draft.refuse(target.path(), null, "imports.list.twice");
            }
            draft.stateBeside(target, values, rows.get(0).fields().get(0));
        }
    }

    private List<?> values(Part part, List<ListRow> rows) {
        return switch (part) {
            case INDICATORS -> new IndicatorRows(settings.source().document()).read(rows);
            case PLAN -> rows.stream().map(this::planned).toList();
            case FUNDING -> rows.stream().map(this::funding).toList();
            case DECISIONS -> decisions(rows);
            case REPORTS -> rows.stream().map(this::report).toList();
            default -> rows.stream().map(this::source).toList();
        };
    }

    /** Each cell has its account, with what was mended in it. */
    private void account(Draft draft, SourceRecord row, Target target) {
        draft.reading(row);
        for (SourceField field : row.fields()) {
            String key = ListRow.key(row.part(), field);
            if (field.kind() == SourceField.Kind.FORMULA) {
                draft.refuse(field, null, "imports.cell.formula", field.path());
            } else if (field.isBlank()) {
                draft.keep(field, target, null, List.of());
            } else if (ListColumn.MUNICIPALITY.equals(key)) {
                TableRules.municipality(settings.city(), draft, field);
            } else if (ListColumn.NUMBER.equals(key) || ListColumn.ID.equals(key) || row.part() == Part.STEPS) {
                draft.keep(field, null, null, List.of());
            } else {
                draft.map(field, target, null, CleanText.of(field.text(), false).findings());
            }
        }
    }

    private PlanRow planned(ListRow row) {
        boolean later = !row.says("year") || PlanCells.isLater(row.text("year", LONGEST_NUMBER));
        BigDecimal amount = row.euros("amount", PlanCells.MOST.negate());
        if (amount == null) {
            row.refuse("amount", "form.required");
        }
        Integer year = later ? null : row.year("year");
        String group = row.text("productGroup", PlanCells.LONGEST_GROUP);
        String line = row.text("line", PlanCells.LONGEST_LINE);
        return row.isSound() ? new PlanRow(later, year, amount, group, line) : null;
    }

    private Funding funding(ListRow row) {
        String programme = row.required("programme", LONGEST_NAME);
        String funder = row.text("funder", LONGEST_NAME);
        BigDecimal amount = row.euros("amount", BigDecimal.ZERO);
        if (!row.says("status")) {
            row.refuse("status", "form.required");
        }
        FundingStatus status = row.choice("status", FundingStatus.class, "measure.fundingStatus");
        return row.isSound() ? new Funding(programme, funder, amount, status) : null;
    }

    private List<MeasureDecision> decisions(List<ListRow> rows) {
        List<MeasureDecision> decisions = new ArrayList<>();
        rows.forEach(row -> {
            MeasureDecision decision = decision(row);
            if (decision != null) {
                decisions.add(decision);
            }
        });
        decisions.sort(Comparator.comparing(MeasureDecision::decidedOn));
        return List.copyOf(decisions);
    }

    private MeasureDecision decision(ListRow row) {
        String body = row.required("body", LONGEST_NAME);
        LocalDate day = row.requiredDay("decidedOn");
        if (day != null && day.isAfter(settings.source().asOf())) {
            row.refuse("decidedOn", "imports.step.later", day.toString());
        }
        if (!row.says("result")) {
            row.refuse("result", "form.required");
        }
        DecisionResult result = row.choice("result", DecisionResult.class, "measure.decision");
        boolean approved = result == DecisionResult.APPROVE;
        List<Phase> phases = row.choices("phases", Phase.class, "measure.phase");
        String reason = row.text("reason", LONGEST_REASON);
        LocalDate until = row.day("deferredUntil");
        if (!approved && !phases.isEmpty()) {
            row.refuse("phases", "imports.decision.phases");
        }
        if (result != null && !approved && reason == null) {
            row.refuse("reason", "form.required");
        }
        if ((result == DecisionResult.DEFER) != (until != null)) {
            row.refuse("deferredUntil", "imports.decision.until");
        }
        String conditions = row.text("conditions", LONGEST_REASON);
        String paper = row.text("paperNumber", LONGEST_NUMBER);
        // A decision that a table lists has let the measure begin: it is carried out, whatever else it needs.
        List<Phase> ordered = approved && phases.isEmpty() ? List.of(Phase.IMPLEMENTATION) : phases;
        return row.isSound() ? new MeasureDecision(body, day, result, ordered, conditions, reason, until, paper) : null;
    }

    private StatusReport report(ListRow row) {
        LocalDate day = row.requiredDay("asOf");
        String text = row.required("text", LONGEST_REPORT);
        String plan = row.text("planNextYear", LONGEST_REPORT);
        Assessment assessment = row.choice("assessment", Assessment.class, "measure.assessment");
        return row.isSound()
                ? new StatusReport(day, text, plan, assessment == null ? Assessment.NOT_ASSESSED : assessment)
                : null;
    }

    private Source source(ListRow row) {
        String document = row.required("document", LONGEST_NAME);
        String place = row.text("place", LONGEST_NAME);
        LocalDate day = row.says("asOf") ? row.day("asOf") : settings.source().asOf();
        String url = row.address("url", LONGEST_ADDRESS);
        return row.isSound() ? new Source(document, place, day, url) : null;
    }
}
