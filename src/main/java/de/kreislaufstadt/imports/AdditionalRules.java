package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.Finding.Kind;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValue.NoNumber;
import de.kreislaufstadt.measure.ReportedValue.Operator;
import de.kreislaufstadt.measure.ReportedValue.Statement;
import de.kreislaufstadt.measure.ReportedValue.Unit;
import de.kreislaufstadt.measure.ReportedValue.Value;
import de.kreislaufstadt.measure.ReportedValueText;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.StatusReports.Assessment;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the additional data of a measure become: short title, summary and state go into the record, the cost is held against what
 * the contract says and never takes its place.
 */
final class AdditionalRules {

    private static final int LOST_THOUSANDS = 3;
    private static final BigDecimal THOUSAND = new BigDecimal(1000);
    private static final int LONGEST_REPORT = 5_000;

    private final Values values;
    private final Source source;

    AdditionalRules(Values values, Source source) {
        this.values = values;
        this.source = source;
    }

    /** Reads a record of additional data into the draft of its measure. */
    void read(SourceRecord record, Draft draft) {
        draft.reading(record);
        BesideTheMeasure beside = new BesideTheMeasure(record, source);
        for (SourceField field : record.fields()) {
            switch (field.path()) {
                case "id" -> values.text(draft, field, Target.EXTERNAL_ID, true);
                case "short_title" -> values.text(draft, field, Target.SHORT_TITLE, true);
                case "summary" -> values.text(draft, field, Target.SUMMARY, false);
                case "cost / value" -> cost(draft, field);
                case "cost / until_in_years" -> until(draft, field);
                case "state / date" -> report(draft, record, field);
                case "state / text" -> draft.keep(field, Target.STATUS_REPORTS, null, broken(field));
                case "state / verdict" -> verdict(draft, field);
                default -> {
                    if (!beside.read(draft, field)) {
                        other(draft, field);
                    }
                }
            }
        }
        beside.complete(draft);
    }

    /** The title over the state and the count of the cost belong to their wording. */
    private static void other(Draft draft, SourceField field) {
        boolean known = field.path().matches("cost|state|links|user_action|cost / quantity|state / title");
        if (known) {
            draft.keep(field, null, null, broken(field));
        } else {
            draft.setAside(field, Finding.of(Kind.UNKNOWN_FIELD, field.path()));
        }
    }

    private static List<Finding> broken(SourceField field) {
        return field.isBlank() ? List.of() : CleanText.of(field.text(), false).findings();
    }

    private void cost(Draft draft, SourceField field) {
        Optional<BigDecimal> number = number(field);
        if (number.isEmpty()) {
            notANumber(draft, field);
            return;
        }
        BigDecimal lost = withoutPoint(field.text(), number.get());
        if (lost != null) {
            draft.setAside(field, Finding.of(Kind.THOUSANDS_POINT, field.text(), lost));
            return;
        }
        ReportedValue said = draft.value(Target.COST)
                .map(ReportedValue.class::cast)
                .orElse(new NoNumber(ReportedValue.Status.NOT_STATED, Statement.of(source.document(), source.asOf())));
        if (number.get().signum() == 0) {
            draft.setAside(field, Finding.of(Kind.ZERO_FOR_NOTHING, said));
        } else if (!draft.states(Target.COST)) {
            Statement statement = Statement.of(source.document(), source.asOf());
            draft.map(field, Target.COST, new Value(number.get(), Operator.EQUAL, Unit.EUR, statement), List.of());
        } else if (said instanceof Value value && value.number().compareTo(number.get()) == 0) {
            draft.map(field, Target.COST, said, List.of());
        } else {
            draft.setAside(
                    field,
                    Finding.of(
                            Kind.CONTRADICTION,
                            field.text(),
                            CleanText.excerpt(draft.original(Target.COST).orElse(ReportedValueText.of(said)))));
        }
    }

    private static void notANumber(Draft draft, SourceField field) {
        if (field.isBlank()) {
            draft.keep(field, Target.COST, null, List.of());
        } else {
            draft.setAside(field, Finding.of(Kind.NUMBER_UNCLEAR, field.text()));
        }
    }

    /** {@code 862.139} and {@code 350.0} are what becomes of 862.139 € and 350.000 € when a point is taken for a comma. */
    private static BigDecimal withoutPoint(String written, BigDecimal number) {
        int point = written.indexOf('.');
        if (point < 0 || number.signum() == 0) {
            return null;
        }
        boolean three = written.length() - point - 1 == LOST_THOUSANDS;
        boolean small =
                number.compareTo(THOUSAND) < 0 && number.stripTrailingZeros().scale() <= 0;
        return three || small ? number.multiply(THOUSAND).setScale(0) : null;
    }

    private void until(Draft draft, SourceField field) {
        if (field.isBlank()) {
            draft.keep(field, Target.COST, null, List.of());
            return;
        }
        Optional<Integer> years = number(field).filter(n -> n.scale() <= 0).map(BigDecimal::intValue);
        if (years.isEmpty()) {
            draft.setAside(field, Finding.of(Kind.NUMBER_UNCLEAR, field.text()));
        } else if (values.isYear(years.get())) {
            draft.setAside(field, Finding.of(Kind.YEAR_IN_DURATION, field.text()));
        } else {
            draft.setAside(field, Finding.of(Kind.DURATION_FOR_YEAR, field.text()));
        }
    }

    private void report(Draft draft, SourceRecord record, SourceField field) {
        Optional<LocalDate> day = field.isBlank() ? Optional.empty() : Values.day(field.text());
        Optional<String> text = record.text("state / text");
        if (day.isEmpty() || text.isEmpty()) {
            draft.keep(
                    field,
                    null,
                    null,
                    field.isBlank() ? List.of() : List.of(Finding.of(Kind.DATE_UNREADABLE, field.text())));
            return;
        }
        List<Finding> found = new ArrayList<>();
        String words = fittingReport(CleanText.of(text.get(), false).text(), found);
        Assessment assessment = record.text("state / verdict")
                .flatMap(verdict -> Vocabulary.find(Assessment.class, "measure.assessment", verdict))
                .orElse(Assessment.NOT_ASSESSED);
        draft.map(field, Target.STATUS_REPORTS, null, found);
        draft.addReport(field, new StatusReport(day.get(), words, null, assessment), false);
    }

    /** @return the text, cut where it does not fit, which is noted */
    static String fittingReport(String words, List<Finding> found) {
        if (words == null || words.length() <= LONGEST_REPORT) {
            return words;
        }
        found.add(Finding.of(Kind.SHORTENED, words.length(), LONGEST_REPORT));
        return Values.cut(words, LONGEST_REPORT);
    }

    private static void verdict(Draft draft, SourceField field) {
        boolean known = field.isBlank()
                || Vocabulary.find(Assessment.class, "measure.assessment", field.text())
                        .isPresent();
        if (known) {
            draft.map(field, Target.STATUS_REPORTS, null, List.of());
        } else {
            draft.setAside(field, Finding.of(Kind.UNKNOWN_WORD, field.text()));
        }
    }

    static Optional<BigDecimal> number(SourceField field) {
        if (field.kind() != SourceField.Kind.NUMBER) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(field.text()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
