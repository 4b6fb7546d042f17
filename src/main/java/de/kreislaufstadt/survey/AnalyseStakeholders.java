package de.kreislaufstadt.survey;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.Distinct;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.survey.StakeholderTable.Evaluated;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The lead rates the organisations that matter; decision tables place them and give advice. */
@Component
class AnalyseStakeholders implements TaskHandler<AnalyseStakeholders.Form> {

    private final StakeholderTable table;
    private final ReviewTable reviews;
    private final Decisions decisions;
    private final Departments departments;
    private final StakeholderView view;

    AnalyseStakeholders(
            StakeholderTable table,
            ReviewTable reviews,
            Decisions decisions,
            Departments departments,
            StakeholderView view) {
        this.table = table;
        this.reviews = reviews;
        this.decisions = decisions;
        this.departments = departments;
        this.view = view;
    }

    record Form(String method, @Size(min = 1, max = 200) List<StakeholderForm> stakeholders) {}

    @Override
    public String task() {
        return "analyse-stakeholders";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        List<Evaluated> rows = table.rows(task);
        Map<String, Object> data = new HashMap<>();
        data.put("returned", view.returned(reviews.lastComment(task, ReviewTable.Subject.STAKEHOLDERS)));
        data.put("evaluation", view.evaluation(task, rows));
        table.analysis(task).ifPresent(analysis -> {
            data.put("method", analysis.method());
            data.put("stakeholders", rows.stream().map(Evaluated::row).toList());
        });
        return data;
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        return Map.of("departmentOptions", departments.options(task.municipality()));
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        table.replace(task, form.method(), evaluated(task.municipality(), form.stakeholders()));
        return Outcome.none();
    }

    private List<Evaluated> evaluated(String municipality, List<StakeholderForm> rows) {
        List<Evaluated> evaluated = rows.stream()
                .map(row -> new Evaluated(row, Evaluation.of(municipality, row, decisions)))
                .toList();
        Problems problems = new Problems();
        for (int i = 0; i < evaluated.size(); i++) {
            StakeholderForm row = evaluated.get(i).row();
            String path = "stakeholders[" + i + "].";
            boolean keyPlayer = evaluated.get(i).evaluation().quadrant() == Quadrant.KEY_PLAYER;
            problems.check(
                            !keyPlayer || row.supervisingUnit() != null,
                            path + "supervisingUnit",
                            "survey.stakeholder.supervisingUnitMissing")
                    .check(
                            !row.hasContact() || row.contact().name() != null,
                            path + "contact.name",
                            "survey.stakeholder.contactNameMissing");
        }
        Distinct.check(
                problems,
                "stakeholders",
                "organisation",
                rows.stream().map(StakeholderForm::organisation).toList(),
                "survey.stakeholder.duplicate");
        problems.throwIfAny();
        return evaluated;
    }
}
