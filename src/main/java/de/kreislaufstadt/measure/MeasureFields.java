package de.kreislaufstadt.measure;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the three forms over the whole record have in common: choices, prefilled fields and the next version. */
@Component
class MeasureFields {

    private final FieldsOfAction fieldsOfAction;
    private final Departments departments;
    private final MeasureTable measures;
    private final VersionReader reader;
    private final VersionWriter writer;

    MeasureFields(
            FieldsOfAction fieldsOfAction,
            Departments departments,
            MeasureTable measures,
            VersionReader reader,
            VersionWriter writer) {
        this.fieldsOfAction = fieldsOfAction;
        this.departments = departments;
        this.measures = measures;
        this.reader = reader;
        this.writer = writer;
    }

    Map<String, List<Option>> options(String municipality) {
        return Map.of(
                "fieldsOfAction", fieldsOfAction.options(municipality),
                "departments", departments.options(municipality));
    }

    MeasureForm current(String municipality, UUID measureId) {
        return MeasureForm.of(reader.current(municipality, measureId).record());
    }

    /**
     * Adds what the form says as the next version of the record.
     *
     * @throws de.kreislaufstadt.form.FormRefused if fields contradict each other or nothing differs from the current version
     */
    void change(String municipality, UUID measureId, MeasureForm form, String author) {
        MeasureRecord next = form.toRecord();
        measures.lock(municipality, measureId);
        Version current = reader.current(municipality, measureId);
        new Problems()
                .check(!next.equals(current.record()), "", "measure.change.nothingChanged")
                .throwIfAny();
        writer.append(municipality, measureId, current.lead(), next, form.source(), author);
    }
}
