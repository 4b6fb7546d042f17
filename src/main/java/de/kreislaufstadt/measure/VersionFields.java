package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.measure.MeasureRecord.IndicatorValue;
import de.kreislaufstadt.measure.MeasureRecord.Outline;
import de.kreislaufstadt.measure.MeasureRecord.PlanRow;
import de.kreislaufstadt.process.DepartmentDirectory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A version of a record as people read it: German labels and written-out values, in the order of the form. */
@Component
class VersionFields {

    private final FieldsOfAction fieldsOfAction;
    private final DepartmentDirectory departments;
    private final Texts texts = Texts.of("measure");

    VersionFields(FieldsOfAction fieldsOfAction, DepartmentDirectory departments) {
        this.fieldsOfAction = fieldsOfAction;
        this.departments = departments;
    }

    /** One line: what, and what is said. */
    record Field(String label, String value) {}

    /** @return what the version states; what it leaves open is left out */
    List<Field> of(String municipality, Version version) {
        MeasureRecord record = version.record();
        Outline outline = record.outline();
        Lines lines = new Lines();
        lines.add("title", outline.title());
        lines.add("shortTitle", outline.shortTitle());
        lines.add("externalId", outline.externalId());
        lines.add("summary", outline.summary());
        lines.add("description", outline.description());
        lines.add(
                "fieldOfAction",
                withOriginal(
                        fieldOfActionLabel(municipality, outline.fieldOfAction()), outline.fieldOfActionOriginal()));
        lines.add("type", withOriginal(texts.name("measure.type", outline.type()), outline.typeOriginal()));
        lines.add("circularFields", names("measure.circularField", outline.circularFields()));
        lines.add("levers", names("measure.lever", record.pathway().levers()));
        lines.add("rStrategies", names("measure.rStrategy", record.pathway().rStrategies()));
        lines.add("outcome", record.pathway().outcome());
        responsibility(lines, municipality, record.responsibility());
        schedule(lines, record.schedule());
        lines.add("renewableEnergy", ReportedValueText.full(record.effects().renewableEnergy()));
        lines.add("replacedEnergy", ReportedValueText.full(record.effects().replacedEnergy()));
        lines.add("co2", ReportedValueText.full(record.effects().co2()));
        lines.add("cost", ReportedValueText.full(record.effects().cost()));
        finance(lines, record.finance());
        lines.add("indicators", joined(record.indicators(), this::indicator));
        lines.add("sources", joined(record.sources(), this::wholeSource));
        return lines.all;
    }

    /** @return document and place of a source in one line */
    static String source(Source source) {
        return source.place() == null ? source.document() : source.document() + ", " + source.place();
    }

    /** @return where the version comes from, as a line of its own */
    Field source(Version version) {
        return new Field(texts.get("measure.field.source"), wholeSource(version.source()));
    }

    private String wholeSource(Source source) {
        return Stream.of(
                        source(source),
                        texts.get("measure.source.asOf", ReadersLanguage.day(source.asOf())),
                        source.url())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    String fieldOfActionLabel(String municipality, String code) {
        return fieldsOfAction.get(municipality, code).label();
    }

    private void responsibility(Lines lines, String municipality, MeasureRecord.Responsibility responsibility) {
        lines.add("responsibleBody", responsibility.responsibleBody());
        lines.add(
                "contributing",
                joined(responsibility.contributing(), department -> departments.nameOf(municipality, department)));
        lines.add("partners", joined(responsibility.partners(), MeasureRecord.Partner::name));
        lines.add(
                "spatialScope",
                withOriginal(
                        texts.name("measure.spatialScope", responsibility.spatialScope()),
                        responsibility.spatialText()));
    }

    private static void schedule(Lines lines, MeasureRecord.Schedule schedule) {
        lines.add("begin", day(schedule.begin()));
        lines.add("end", day(schedule.end()));
        lines.add(
                "plannedUntil",
                schedule.plannedUntil() == null ? null : schedule.plannedUntil().text());
    }

    private void finance(Lines lines, MeasureRecord.Finance finance) {
        lines.add("budgetRelation", texts.name("measure.budgetRelation", finance.budgetRelation()));
        lines.add("costGroup", finance.costGroup());
        lines.add("plan", joined(finance.plan(), this::planRow));
        lines.add(
                "funding",
                joined(
                        finance.funding(),
                        funding -> Stream.of(
                                        funding.programme(),
                                        funding.funder(),
                                        texts.name("measure.fundingStatus", funding.status()),
                                        funding.amount() == null ? null : GermanNumber.euros(funding.amount()))
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(", "))));
    }

    private String planRow(PlanRow row) {
        String when = row.laterYears()
                ? texts.get("measure.plan.laterYears")
                : row.year().toString();
        return Stream.of(when + ": " + GermanNumber.euros(row.amount()), row.productGroup(), row.line())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private String indicator(Indicator indicator) {
        String goal = Stream.of(
                        indicator.start() == null
                                ? null
                                : texts.get("measure.indicator.start", measured(indicator, indicator.start())),
                        indicator.goal() == null
                                ? null
                                : texts.get("measure.indicator.goal", measured(indicator, indicator.goal())),
                        indicator.goalText(),
                        indicator.targetYear() == null
                                ? null
                                : texts.get("measure.reportedValue.until", indicator.targetYear()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        String name = goal.isEmpty() ? indicator.name() : indicator.name() + ": " + goal;
        return Stream.concat(Stream.of(name), indicator.values().stream().map(value -> observed(indicator, value)))
                .collect(Collectors.joining(" · "));
    }

    private static String observed(Indicator indicator, IndicatorValue value) {
        String what = Stream.of(value.value() == null ? null : measured(indicator, value.value()), value.finding())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return ReadersLanguage.day(value.date()) + ": " + what + " (" + value.source() + ")";
    }

    private static String measured(Indicator indicator, BigDecimal number) {
        String text = GermanNumber.format(number);
        return indicator.unit() == null ? text : text + " " + indicator.unit();
    }

    private String names(String prefix, List<? extends Enum<?>> choices) {
        return choices.stream().map(choice -> texts.name(prefix, choice)).collect(Collectors.joining(", "));
    }

    private static <T> String joined(List<T> entries, Function<T, String> text) {
        return entries.stream().map(text).collect(Collectors.joining("; "));
    }

    private static String withOriginal(String label, String original) {
        return original == null ? label : label + " (" + original + ")";
    }

    private static String day(LocalDate date) {
        return date == null ? null : ReadersLanguage.day(date);
    }

    private final class Lines {

        private final List<Field> all = new ArrayList<>();

        void add(String name, String value) {
            if (value != null && !value.isEmpty()) {
                all.add(new Field(texts.get("measure.field." + name), value));
            }
        }
    }
}
