package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.ReworkItem.Answer;
import de.kreislaufstadt.measure.ReworkItem.Status;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns a proposal that came back into its next version, and says of everything asked for what was changed. */
@Component
class ReworkProposal implements TaskHandler<ReworkForm> {

    private final MeasureFields fields;
    private final GateTable gates;
    private final ReworkTable rework;
    private final FormFields formFields;
    private final Texts texts = Texts.of("measure");

    ReworkProposal(MeasureFields fields, GateTable gates, ReworkTable rework, FormFields formFields) {
        this.fields = fields;
        this.gates = gates;
        this.rework = rework;
        this.formFields = formFields;
    }

    @Override
    public String task() {
        return "rework-proposal";
    }

    @Override
    public Class<ReworkForm> form() {
        return ReworkForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Map<String, Object> data = formFields.of(fields.current(task.municipality(), task.measureId()));
        gates.reworkRequest(task.municipality(), task.measureId())
                .ifPresent(
                        request -> data.put("request", texts.get("measure.rework.request", Markdown.escape(request))));
        data.put(
                "changes",
                rework.of(task.municipality(), task.measureId(), Status.OPEN).stream()
                        .map(item -> new Answer(item.number(), item.text(), item.answer()))
                        .toList());
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
    public Outcome complete(TaskContext task, ReworkForm form) {
        check(task, form);
        fields.change(task.municipality(), task.measureId(), form.fields(), task.actor());
        rework.answer(task.municipality(), task.measureId(), form.changes());
        return Outcome.none();
    }

    private void check(TaskContext task, ReworkForm form) {
        Set<Integer> open = rework.of(task.municipality(), task.measureId(), Status.OPEN).stream()
                .map(ReworkItem::number)
                .collect(Collectors.toSet());
        Set<Integer> answered = form.changes().stream().map(Answer::number).collect(Collectors.toSet());
        Problems problems = new Problems();
        for (int i = 0; i < form.changes().size(); i++) {
            problems.check(
                    open.contains(form.changes().get(i).number()),
                    "changes[" + i + "].number",
                    "measure.rework.unknown");
        }
        problems.check(answered.containsAll(open), "changes", "measure.rework.notAnswered");
        problems.throwIfAny();
    }
}
