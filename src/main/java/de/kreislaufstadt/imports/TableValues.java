package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.imports.Column.Aspect;
import de.kreislaufstadt.imports.Finding.Kind;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValue.Operator;
import de.kreislaufstadt.measure.ReportedValue.Status;
import de.kreislaufstadt.measure.ReportedValue.Unit;
import de.kreislaufstadt.measure.ReportedValueForm;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.WrittenValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts the reported values of a row together, each from a column of its own and those that surround it. */
final class TableValues {

    private final Draft draft;
    private final Source source;
    private final Target target;
    private final SourceField main;
    private final Map<Aspect, SourceField> around;

    private TableValues(Draft draft, Source source, Target target, SourceField main, Map<Aspect, SourceField> around) {
        this.draft = draft;
        this.source = source;
        this.target = target;
        this.main = main;
        this.around = around;
    }

    static void read(SourceRecord row, Draft draft, Source source) {
        for (Target target : List.of(Target.RENEWABLE_ENERGY, Target.REPLACED_ENERGY, Target.CO2, Target.COST)) {
            SourceField main = null;
            Map<Aspect, SourceField> around = new EnumMap<>(Aspect.class);
            for (SourceField field : row.fields()) {
                Column column = Column.find(field.path()).orElseThrow();
                boolean said =
                        column.target() == target && !field.isBlank() && field.kind() != SourceField.Kind.FORMULA;
                if (said && column.aspect() == null) {
                    main = field;
                } else if (said) {
                    around.put(column.aspect(), field);
                }
            }
            new TableValues(draft, source, target, main, around).read();
        }
    }

    private void read() {
        if (around.containsKey(Aspect.STATUS)) {
            forPrograms();
            return;
        }
        if (main == null) {
            around.values().forEach(field -> draft.refuse(field, target, "imports.value.alone", field.path()));
            return;
        }
        WrittenValue.Reading reading = WrittenValue.read(main.text(), TableRules.family(target), source(), day());
        List<Finding> found = new ArrayList<>(CleanText.of(main.text(), false).findings());
        reading.peculiarities().stream()
                .sorted()
                .map(peculiarity -> Finding.of(Kind.valueOf(peculiarity.name()), CleanText.excerpt(main.text())))
                .forEach(found::add);
        try {
            ReportedValue value = Values.reportedFitting(surrounded(reading.value()), target, found);
            draft.map(main, target, value, found);
            around.values().forEach(field -> draft.map(field, target, value, List.of()));
        } catch (FormRefused e) {
            draft.refuse(main, target, e.problems().get(0).messageKey());
            around.values().forEach(field -> draft.keep(field, null, null, List.of()));
        }
    }

    /** A value in its parts, as the open data have it. */
    private void forPrograms() {
        try {
            ReportedValue value = new ReportedValueForm(
                            choice(Aspect.STATUS, Status.class),
                            number(Aspect.NUMBER),
                            number(Aspect.FROM),
                            number(Aspect.TO),
                            choice(Aspect.OPERATOR, Operator.class),
                            choice(Aspect.UNIT, Unit.class),
                            year(Aspect.BASE_YEAR),
                            year(Aspect.TARGET_YEAR),
                            truth(),
                            text(Aspect.TEXT).orElse(null),
                            text(Aspect.REFERENCE).orElse(null),
                            source(),
                            day())
                    .toReportedValue(target.path());
            List<Finding> found = new ArrayList<>();
            ReportedValue fitting = Values.reportedFitting(value, target, found);
            around.forEach(
                    (aspect, field) -> draft.map(field, target, fitting, aspect == Aspect.TEXT ? found : List.of()));
        } catch (FormRefused e) {
            refuseForPrograms(e.problems().get(0).messageKey());
        } catch (IllegalArgumentException e) {
            refuseForPrograms("imports.unreadable");
        }
    }

    private void refuseForPrograms(String why) {
        draft.refuse(target.path(), around.get(Aspect.STATUS).text(), why);
        around.values().forEach(field -> draft.keep(field, null, null, List.of()));
    }

    private <E extends Enum<E>> E choice(Aspect aspect, Class<E> choices) {
        return text(aspect).map(code -> Enum.valueOf(choices, code)).orElse(null);
    }

    /** Numbers of a text file have a decimal point here, those of a workbook were written out with a comma. */
    private BigDecimal number(Aspect aspect) {
        return text(aspect).map(text -> new BigDecimal(text.replace(',', '.'))).orElse(null);
    }

    private ReportedValue surrounded(ReportedValue value) {
        ReportedValueForm read = ReportedValueForm.from(value);
        return new ReportedValueForm(
                        read.status(),
                        read.value(),
                        read.from(),
                        read.to(),
                        read.operator(),
                        read.unit(),
                        year(Aspect.BASE_YEAR),
                        year(Aspect.TARGET_YEAR),
                        truth(),
                        text(Aspect.TEXT).orElse(read.text()),
                        text(Aspect.REFERENCE).orElse(read.reference()),
                        read.source(),
                        read.asOf())
                .toReportedValue(target.path());
    }

    private String source() {
        return text(Aspect.SOURCE).orElse(source.document());
    }

    private LocalDate day() {
        Optional<String> said = text(Aspect.AS_OF);
        return said.flatMap(Values::day).orElseGet(() -> {
            said.ifPresent(text -> draft.refuse(target.path() + ".asOf", text, "imports.day.unreadable"));
            return source.asOf();
        });
    }

    private Integer year(Aspect aspect) {
        return text(aspect)
                .map(said -> {
                    if (said.matches("(19|20)\\d{2}|2100")) {
                        return Integer.valueOf(said);
                    }
                    draft.refuse(target.path() + "." + aspect.name(), said, "imports.year.unreadable");
                    return null;
                })
                .orElse(null);
    }

    private boolean truth() {
        String said = text(Aspect.CUMULATIVE).orElse("").toLowerCase(Locale.GERMAN);
        boolean yes = said.matches("ja|yes|x|true|wahr");
        if (!yes && !said.matches("|nein|no|false|falsch")) {
            draft.refuse(target.path() + ".cumulative", said, "imports.truth.unreadable");
        }
        return yes;
    }

    private Optional<String> text(Aspect aspect) {
        return Optional.ofNullable(around.get(aspect))
                .map(field -> CleanText.of(field.text(), aspect != Aspect.TEXT).text());
    }
}
