package de.kreislaufstadt.survey;

import de.kreislaufstadt.form.Distinct;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.survey.ActivityTable.Change;
import de.kreislaufstadt.survey.ActivityTable.Origin;
import de.kreislaufstadt.survey.ActivityTable.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The register of circular activities in the city group. Departments report to it in the survey and before every exchange;
 * it takes in what is new or changed, and keeps who reported what when.
 */
@Component
class ActivityRegister {

    private final ActivityTable table;

    ActivityRegister(ActivityTable table) {
        this.table = table;
    }

    /** @return the department's activities as rows of a form */
    List<ActivityForm> rows(String municipality, String department) {
        return table.of(municipality, department).stream()
                .map(ActivityForm::from)
                .toList();
    }

    /** @return the department's activities as choices */
    List<Option> options(String municipality, String department) {
        return table.options(municipality, department);
    }

    /**
     * Takes in what a department reports.
     *
     * @return number of new and changed activities
     * @throws de.kreislaufstadt.form.FormRefused at {@code activities} if rows contradict each other or the register
     */
    int report(TaskContext task, String department, Origin origin, List<ActivityForm> rows) {
        List<Report> reports = changes(table.of(task.municipality(), department), rows);
        table.write(task, department, origin, reports);
        return reports.size();
    }

    /** What the rows add to or change in the register; rows that say what it knows already are left out. */
    static List<Report> changes(List<Activity> register, List<ActivityForm> rows) {
        Problems problems = new Problems();
        checkNames(problems, register, rows);
        Map<UUID, Activity> known = new HashMap<>();
        register.forEach(activity -> known.put(activity.id(), activity));
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ActivityForm row = rows.get(i);
            Activity before = known.get(row.activity());
            UUID id = before == null ? UUID.randomUUID() : before.id();
            ReportedValue quantity = before == null ? null : before.quantity();
            Activity after = row.toActivity(id, quantity, "activities[" + i + "]", problems);
            if (!after.equals(before)) {
                reports.add(new Report(before == null ? Change.NEW : Change.CHANGED, after));
            }
        }
        problems.throwIfAny();
        return reports;
    }

    private static void checkNames(Problems problems, List<Activity> register, List<ActivityForm> rows) {
        Distinct.check(
                problems,
                "activities",
                "name",
                rows.stream().map(ActivityForm::name).toList(),
                "survey.activity.duplicate");
        Set<UUID> chosen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            UUID activity = rows.get(i).activity();
            String path = "activities[" + i + "].";
            problems.check(activity == null || chosen.add(activity), path + "activity", "survey.activity.chosenTwice");
            String name = Distinct.key(rows.get(i).name());
            boolean taken = register.stream()
                    .anyMatch(entry -> Distinct.key(entry.name()).equals(name)
                            && !entry.id().equals(activity));
            problems.check(!taken, path + "name", "survey.activity.inRegister");
        }
    }
}
