package de.kreislaufstadt.measure;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What the three forms over the whole record have in common: choices, prefilled fields and the next version. */
@Component
class MeasureFields {

    private final FieldsOfAction fieldsOfAction;
    private final Departments departments;
    private final MeasureTable measures;
    private final VersionReader reader;
    private final VersionWriter writer;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MeasureFields(
            FieldsOfAction fieldsOfAction,
            Departments departments,
            MeasureTable measures,
            VersionReader reader,
            VersionWriter writer,
            Clock clock,
            ApplicationEventPublisher events) {
        this.events = events;
        this.fieldsOfAction = fieldsOfAction;
        this.departments = departments;
        this.measures = measures;
        this.reader = reader;
        this.writer = writer;
        this.clock = clock;
    }

    Map<String, List<Option>> options(String municipality) {
        return Map.of(
                "fieldsOfAction", fieldsOfAction.options(municipality),
                "departments", departments.options(municipality));
    }

    MeasureForm current(String municipality, UUID measureId) {
        Version current = reader.current(municipality, measureId);
        return MeasureForm.of(current.record().contributedBy(today(municipality, current)));
    }

    /** Departments that have ended cannot be chosen any more: the form begins with those that do their work. */
    private List<String> today(String municipality, Version current) {
        String lead = departments.currentOf(municipality, current.lead());
        return current.record().responsibility().contributing().stream()
                .map(department -> departments.currentOf(municipality, department))
                .filter(department -> !department.equals(lead))
                .toList();
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
        check(form, departments.currentOf(municipality, current.lead()));
        new Problems()
                .check(!next.equals(current.record()), "", "measure.change.nothingChanged")
                .throwIfAny();
        writer.append(municipality, measureId, current.lead(), next, form.source(), author);
        events.publishEvent(new RecordChanged(municipality, measureId, author));
    }

    /** Checks what the fields say about the measure's lead and about today. */
    void check(MeasureForm form, String lead) {
        new Problems()
                .check(
                        !form.responsibility().contributing().contains(lead),
                        "responsibility.contributing",
                        "measure.responsibility.leadContributes")
                .check(!form.source().asOf().isAfter(LocalDate.now(clock)), "source.asOf", "measure.source.inFuture")
                .throwIfAny();
    }
}
