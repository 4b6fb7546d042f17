package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns a proposal that came back into its next version. */
@Component
class ReworkProposal implements TaskHandler<MeasureForm> {

    private final MeasureFields fields;
    private final GateTable gates;
    private final FormFields formFields;
    private final Texts texts = Texts.of("measure");

    ReworkProposal(MeasureFields fields, GateTable gates, FormFields formFields) {
        this.fields = fields;
        this.gates = gates;
        this.formFields = formFields;
    }

    @Override
    public String task() {
        return "rework-proposal";
    }

    @Override
    public Class<MeasureForm> form() {
        return MeasureForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Map<String, Object> data = formFields.of(fields.current(task.municipality(), task.measureId()));
        gates.reworkRequest(task.municipality(), task.measureId())
                .ifPresent(
                        request -> data.put("request", texts.get("measure.rework.request", Markdown.escape(request))));
        return data;
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
