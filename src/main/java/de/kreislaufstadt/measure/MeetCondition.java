package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.measure.MeetCondition.Form;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says how a condition of a decision was met, or why it no longer applies. */
@Component
class MeetCondition implements TaskHandler<Form> {

    private final ConditionTable conditions;
    private final GateView view;

    MeetCondition(ConditionTable conditions, GateView view) {
        this.conditions = conditions;
        this.view = view;
    }

    /**
     * @param proof where it can be seen; null for a condition that is dropped
     * @param reason why it is dropped, else null
     */
    record Form(Result result, String proof, String reason) {

        enum Result {
            MET,
            DROPPED
        }
    }

    @Override
    public String task() {
        return "meet-condition";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Condition condition = conditions.find(task.municipality(), task.id("conditionId"));
        Map<String, Object> data = new HashMap<>();
        data.put("condition", Markdown.escape(condition.text()));
        data.put("setBy", view.setBy(task.municipality(), task.measureId(), condition));
        return data;
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        conditions.settle(task, form);
        return Outcome.of("conditionResult", form.result());
    }
}
