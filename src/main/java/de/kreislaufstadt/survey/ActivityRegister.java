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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
        List<Optional<Activity>> entries =
                rows.stream().map(row -> entry(register, row)).toList();
        checkNames(problems, register, rows, entries);
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Optional<Activity> before = entries.get(i);
            UUID id = before.map(Activity::id).orElseGet(UUID::randomUUID);
            ReportedValue quantity = before.map(Activity::quantity).orElse(null);
            Activity after = rows.get(i).toActivity(id, quantity, "activities[" + i + "]", problems);
            if (before.isEmpty() || !after.equals(before.get())) {
                reports.add(new Report(before.isEmpty() ? Change.NEW : Change.CHANGED, after));
            }
        }
        problems.throwIfAny();
        return reports;
    }

    /** The entry a row is about: the one chosen, else the one of the same name. */
    private static Optional<Activity> entry(List<Activity> register, ActivityForm row) {
        return register.stream()
                .filter(entry -> row.activity() == null
                        ? isNamed(entry, row)
                        : entry.id().equals(row.activity()))
                .findFirst();
    }

    private static boolean isNamed(Activity entry, ActivityForm row) {
        return Distinct.key(entry.name()).equals(Distinct.key(row.name()));
    }

    private static void checkNames(
            Problems problems, List<Activity> register, List<ActivityForm> rows, List<Optional<Activity>> entries) {
        Distinct.check(
                problems,
                "activities",
                "name",
                rows.stream().map(ActivityForm::name).toList(),
                "survey.activity.duplicate");
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            ActivityForm row = rows.get(i);
            UUID own = entries.get(i).map(Activity::id).orElse(null);
            boolean taken = register.stream()
                    .anyMatch(entry -> isNamed(entry, row) && !entry.id().equals(own));
            problems.check(
                            own == null || seen.add(own),
                            "activities[" + i + "].activity",
                            "survey.activity.chosenTwice")
                    .check(!taken, "activities[" + i + "].name", "survey.activity.inRegister");
        }
    }
}
