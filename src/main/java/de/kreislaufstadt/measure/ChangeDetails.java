package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Adds a version to the record of a measure at any time of its life. */
@Component
class ChangeDetails implements TaskHandler<MeasureForm> {

    private final MeasureFields fields;
    private final FormFields formFields;

    ChangeDetails(MeasureFields fields, FormFields formFields) {
        this.fields = fields;
        this.formFields = formFields;
    }

    @Override
    public String task() {
        return "change-details";
    }

    @Override
    public Class<MeasureForm> form() {
        return MeasureForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        return formFields.of(fields.current(task.municipality(), task.measureId()));
    }

    @Override
    public Map<String, ?> before(TaskContext task) {
        return formFields.of(fields.current(task.municipality(), task.measureId()));
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        return fields.options(task.municipality());
    }

    @Override
    public Outcome complete(TaskContext task, MeasureForm form) {
        fields.change(task.municipality(), task.measureId(), form, task.actor());
        return Outcome.none();
    }
}
