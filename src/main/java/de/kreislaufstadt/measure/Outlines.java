package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.DepartmentDirectory;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts records into the words of a report. */
@Component
class Outlines {

    private final Texts texts = Texts.of("measure");
    private final MeasureTable measures;
    private final VersionReader versions;
    private final VersionFields fields;
    private final DepartmentDirectory departments;

    Outlines(MeasureTable measures, VersionReader versions, VersionFields fields, DepartmentDirectory departments) {
        this.measures = measures;
        this.versions = versions;
        this.fields = fields;
        this.departments = departments;
    }

    ActionOutline of(String municipality, UUID measureId) {
        Measure measure = measures.find(municipality, measureId);
        MeasureRecord record = versions.current(municipality, measureId).record();
        return ReadersLanguage.in(Locale.GERMAN, () -> outline(municipality, measure, record));
    }

    private ActionOutline outline(String municipality, Measure measure, MeasureRecord record) {
        MeasureRecord.Outline outline = record.outline();
        MeasureRecord.Responsibility responsibility = record.responsibility();
        return new ActionOutline(
                measure.number(),
                measure.title(),
                departments.nameOf(municipality, departments.currentOf(municipality, measure.lead())),
                texts.name("measure.state", measure.state()),
                outline.description(),
                withOriginal(texts.name("measure.type", outline.type()), outline.typeOriginal()),
                withOriginal(
                        fields.fieldOfActionLabel(municipality, outline.fieldOfAction()),
                        outline.fieldOfActionOriginal()),
                names(record.pathway().levers()),
                record.pathway().outcome(),
                responsibility.responsibleBody(),
                withOriginal(
                        texts.name("measure.spatialScope", responsibility.spatialScope()),
                        responsibility.spatialText()),
                involved(municipality, responsibility),
                ReportedValueForm.from(record.effects().renewableEnergy()),
                ReportedValueForm.from(record.effects().replacedEnergy()),
                ReportedValueForm.from(record.effects().co2()),
                ReportedValueForm.from(record.effects().cost()),
                record.finance().costGroup());
    }

    private String involved(String municipality, MeasureRecord.Responsibility responsibility) {
        return Stream.concat(
                        responsibility.contributing().stream()
                                .map(department -> departments.nameOf(municipality, department)),
                        responsibility.partners().stream().map(MeasureRecord.Partner::name))
                .collect(Collectors.joining("; "));
    }

    private String names(List<Lever> levers) {
        return levers.stream().map(lever -> texts.name("measure.lever", lever)).collect(Collectors.joining(", "));
    }

    private static String withOriginal(String label, String original) {
        return original == null ? label : label + " (" + original + ")";
    }
}
