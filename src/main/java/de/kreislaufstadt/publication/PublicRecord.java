package de.kreislaufstadt.publication;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.MeasureImport;
import de.kreislaufstadt.measure.MeasureRecord;
import de.kreislaufstadt.measure.MeasureRecord.Outline;
import de.kreislaufstadt.measure.MeasureRecord.Responsibility;
import de.kreislaufstadt.measure.PlannedUntil;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import de.kreislaufstadt.measure.WholeRecords.SaidThen;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.released.ReleasedMeasure.ActionTable;
import de.kreislaufstadt.released.ReleasedMeasure.Carriers;
import de.kreislaufstadt.released.ReleasedMeasure.Effects;
import de.kreislaufstadt.released.ReleasedMeasure.Finance;
import de.kreislaufstadt.released.ReleasedMeasure.Heading;
import de.kreislaufstadt.released.ReleasedMeasure.Pathway;
import de.kreislaufstadt.released.ReleasedMeasure.Schedule;
import de.kreislaufstadt.released.ReleasedMeasure.Term;
import de.kreislaufstadt.released.ReleasedParts;
import de.kreislaufstadt.released.SourceNote;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says the record of a measure in the types of what is released. */
@Component
class PublicRecord {

    private final Texts words = Texts.of("measure");
    private final MeasureImport fields;
    private final DepartmentDirectory departments;

    PublicRecord(MeasureImport fields, DepartmentDirectory departments) {
        this.fields = fields;
        this.departments = departments;
    }

    Heading heading(Statements said, Predicate<String> open) {
        Outline outline = said.current().outline();
        return new Heading(outline.title(), open.test("shortTitle") ? outline.shortTitle() : null, outline.summary());
    }

    Pathway pathway(String municipality, Statements said, Predicate<String> open) {
        MeasureRecord record = said.current();
        Outline outline = record.outline();
        return new Pathway(
                new Term(
                        outline.fieldOfAction(), fieldOfAction(municipality, outline), outline.fieldOfActionOriginal()),
                new Term(outline.type().name(), null, outline.typeOriginal()),
                open.test("circularFields") ? names(outline.circularFields()) : null,
                open.test("levers") ? names(record.pathway().levers()) : null,
                open.test("rStrategies") ? names(record.pathway().rStrategies()) : null,
                open.test("outcome") ? record.pathway().outcome() : null);
    }

    /** What is not public is left out as a whole, with all that other sources say of it. */
    Effects effects(Statements said, Predicate<String> open) {
        return new Effects(
                open.test("renewableEnergy")
                        ? said.value(record -> record.effects().renewableEnergy())
                        : null,
                open.test("replacedEnergy")
                        ? said.value(record -> record.effects().replacedEnergy())
                        : null,
                open.test("co2") ? said.value(record -> record.effects().co2()) : null,
                open.test("cost") ? said.value(record -> record.effects().cost()) : null);
    }

    Carriers carriers(String municipality, Statements said, String lead, String mailbox, Predicate<String> open) {
        Responsibility current = said.current().responsibility();
        return new Carriers(
                open.test("responsibleBody")
                        ? said.text(record -> record.responsibility().responsibleBody())
                        : null,
                lead,
                mailbox,
                open.test("contributing") ? contributing(municipality, current) : null,
                open.test("partners") ? partners(current) : null,
                new Term(
                        current.spatialScope().name(), null, open.test("spatialScope") ? current.spatialText() : null));
    }

    Schedule schedule(Statements said, Predicate<String> open) {
        MeasureRecord.Schedule current = said.current().schedule();
        return new Schedule(
                open.test("begin") ? current.begin() : null,
                open.test("end") ? current.end() : null,
                open.test("plannedUntil") ? said.text(PublicRecord::plannedUntil) : null);
    }

    Finance finance(Statements said, Predicate<String> open) {
        MeasureRecord.Finance current = said.current().finance();
        return new Finance(
                open.test("budgetRelation") ? current.budgetRelation().name() : null,
                open.test("costGroup") ? current.costGroup() : null,
                open.test("plan")
                        ? current.plan().stream()
                                .map(row -> new ReleasedParts.PlanRow(
                                        row.laterYears() ? null : row.year(),
                                        row.amount(),
                                        row.productGroup(),
                                        row.line()))
                                .toList()
                        : null,
                open.test("funding")
                        ? current.funding().stream()
                                .map(row -> new ReleasedParts.Funding(
                                        row.programme(),
                                        row.funder(),
                                        row.amount(),
                                        row.status() == null
                                                ? null
                                                : row.status().name()))
                                .toList()
                        : null);
    }

    List<ReleasedParts.Indicator> indicators(Statements said) {
        return said.current().indicators().stream()
                .map(one -> new ReleasedParts.Indicator(
                        one.name(),
                        one.kind().name(),
                        one.unit(),
                        one.start(),
                        one.goal(),
                        one.goalText(),
                        one.targetYear(),
                        one.values().stream()
                                .map(value -> new ReleasedParts.Observation(
                                        value.date(), value.value(), value.finding(), value.source()))
                                .toList()))
                .toList();
    }

    /** @return every document a version or its record names, the newest first */
    List<SourceNote> sources(List<SaidThen> versions) {
        return versions.stream()
                .flatMap(version -> Stream.concat(
                        version.ownDocument() ? Stream.of(version.source()) : Stream.empty(),
                        version.record().sources().stream()))
                .map(Statements::note)
                .distinct()
                .sorted(Comparator.comparing(
                                SourceNote::asOf, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
                        .thenComparing(SourceNote::document, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** @param reports those of the day of the contract are what it comments on the implementation */
    ActionTable table(String municipality, Statements said, List<StatusReport> reports, Predicate<String> open) {
        MeasureRecord record = said.contract();
        Outline outline = record.outline();
        Responsibility responsibility = record.responsibility();
        return new ActionTable(
                outline.title(),
                outline.typeOriginal() == null ? word("type", outline.type()) : outline.typeOriginal(),
                outline.description(),
                outline.fieldOfActionOriginal() == null
                        ? fieldOfAction(municipality, outline)
                        : outline.fieldOfActionOriginal(),
                open.test("levers") ? words("lever", record.pathway().levers()) : null,
                open.test("outcome") ? record.pathway().outcome() : null,
                open.test("responsibleBody") ? responsibility.responsibleBody() : null,
                responsibility.spatialText() == null || !open.test("spatialScope")
                        ? word("spatialScope", responsibility.spatialScope())
                        : responsibility.spatialText(),
                involved(municipality, responsibility, open),
                open.test("statusReports") ? comments(said, reports) : null,
                open.test("renewableEnergy") ? Statements.value(record.effects().renewableEnergy()) : null,
                open.test("replacedEnergy") ? Statements.value(record.effects().replacedEnergy()) : null,
                open.test("co2") ? Statements.value(record.effects().co2()) : null,
                open.test("cost") ? Statements.value(record.effects().cost()) : null);
    }

    private static String comments(Statements said, List<StatusReport> reports) {
        LocalDate day = said.contractDay();
        String all = reports.stream()
                .filter(report -> report.asOf().equals(day))
                .map(StatusReport::text)
                .collect(Collectors.joining("\n\n"));
        return all.isEmpty() ? null : all;
    }

    private String involved(String municipality, Responsibility responsibility, Predicate<String> open) {
        String all = Stream.concat(
                        open.test("contributing")
                                ? contributing(municipality, responsibility).stream()
                                : Stream.<String>empty(),
                        open.test("partners") ? partners(responsibility).stream() : Stream.<String>empty())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? null : all;
    }

    private List<String> contributing(String municipality, Responsibility responsibility) {
        return responsibility.contributing().stream()
                .map(department -> departments.nameOf(municipality, departments.currentOf(municipality, department)))
                .distinct()
                .toList();
    }

    private static List<String> partners(Responsibility responsibility) {
        return responsibility.partners().stream()
                .map(MeasureRecord.Partner::name)
                .toList();
    }

    private String fieldOfAction(String municipality, Outline outline) {
        return fields.fieldsOfAction(municipality).getOrDefault(outline.fieldOfAction(), outline.fieldOfAction());
    }

    private static String plannedUntil(MeasureRecord record) {
        PlannedUntil planned = record.schedule().plannedUntil();
        if (planned == null) {
            return null;
        }
        return planned instanceof PlannedUntil.Month month
                ? month.month().toString()
                : planned.lastDay().toString();
    }

    private String words(String kind, List<? extends Enum<?>> choices) {
        String all = choices.stream().map(choice -> word(kind, choice)).collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }

    private String word(String kind, Enum<?> choice) {
        return words.german("measure." + kind + "." + choice.name());
    }

    private static List<String> names(List<? extends Enum<?>> choices) {
        return choices.stream().map(Enum::name).toList();
    }
}
